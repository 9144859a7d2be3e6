package dev.mete.server;

import dev.mete.server.decide.AnswerTask;
import dev.mete.server.problem.Problem;
import dev.mete.server.problem.ProblemException;
import dev.mete.server.problem.ProblemKind;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** The service over HTTP, from its start to its stop. Thread-safe. */
public final class MeteServer implements AutoCloseable {
    private static final Set<String> OPEN_PATHS = Set.of("/healthz", "/readyz");

    private static final int ACCEPTORS = 1;

    /** Each reads and answers on a thread of its own, so it takes as many to keep all processors busy. */
    private static final int SELECTORS = Runtime.getRuntime().availableProcessors();

    private final ServerSettings settings;
    private final Drain drain;
    private final @Nullable HotRoute hot;
    private final Javalin javalin;

    private MeteServer(ServerSettings settings, Service service, boolean isHot) {
        this.settings = settings;
        this.drain = new Drain(settings.notice());
        var find = new FindPolicy(service.policies(), settings.defaultPolicy());
        var answering = new AnswerTask(service.metrics());
        this.hot = isHot ? new HotRoute(drain, new PlainRequest(settings.token()), find, answering) : null;
        var routes = routes(find, answering, service, drain);
        this.javalin = Javalin.create(config -> configure(config, routes));
    }

    /**
     * Starts to listen.
     *
     * @throws io.javalin.util.JavalinBindException where the port is taken
     */
    public static MeteServer start(ServerSettings settings, Service service) {
        return start(settings, service, true);
    }

    /**
     * Starts to listen.
     *
     * @param isHot whether plain requests for a decision take the short way, on which they get the same answers
     */
    static MeteServer start(ServerSettings settings, Service service, boolean isHot) {
        return new MeteServer(settings, service, isHot).listen();
    }

    /**
     * Starts to listen when the policies are loaded. What a server needs before it listens is made ready meanwhile.
     *
     * @param loading loads the policies, on the thread of the caller
     * @throws io.javalin.util.JavalinBindException where the port is taken
     */
    public static MeteServer start(ServerSettings settings, Service service, Runnable loading) {
        var making = new FutureTask<>(() -> new MeteServer(settings, service, true));
        Thread.ofPlatform().name("mete-start").daemon().start(making);
        loading.run();
        return join(making).listen();
    }

    private MeteServer listen() {
        javalin.start();
        return this;
    }

    private static MeteServer join(FutureTask<MeteServer> making) {
        try {
            return making.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the server cannot be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before it listened", e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** The address for callers on this machine. */
    public String address() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return "http://" + host + ":" + port();
    }

    /** Stops without losing a request: what has been sent is answered, up to a time. */
    @Override
    public void close() {
        drain.stop(javalin);
    }

    static List<Route> routes(FindPolicy find, AnswerTask answering, Service service, Drain drain) {
        return Stream.of(
                        new Decisions(find, answering).routes(),
                        new Policies(find, service.policies(), service.clock()).routes(),
                        new Checks(service).routes(),
                        new Health(service, drain).routes(),
                        new Description().routes())
                .flatMap(List::stream)
                .toList();
    }

    private void configure(JavalinConfig config, List<Route> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.router.javaLangErrorHandler(AnswerProblems::machineFailed);
        config.jetty.threadPool = RequestThreads.pool();
        config.jetty.modifyServer(this::modify);
        config.jetty.addConnector(this::connector);
        config.routes.before(this::authenticate);
        for (Route route : routes) {
            Handler checked = ctx -> {
                CheckRequest.of(ctx, route);
                AnswerProblems.inTime(route.handler(), ctx);
            };
            config.routes.addHttpHandler(route.method(), route.path(), checked);
            if (route.method().equals(HandlerType.GET)) {
                config.routes.head(route.path(), checked);
            }
        }
        AnswerProblems.register(config.routes);
    }

    private void modify(Server server) {
        server.setErrorHandler(new JettyErrors());
        drain.attach(server);
        if (hot != null) {
            server.insertHandler(hot);
        }
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        var connector = new ServerConnector(server, ACCEPTORS, SELECTORS, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.silence().toMillis());
        return connector;
    }

    private void authenticate(Context ctx) {
        BearerToken token = settings.token();
        if (token == null || OPEN_PATHS.contains(ctx.path()) || token.isIn(ctx.header("Authorization"))) {
            return;
        }
        ctx.header("WWW-Authenticate", "Bearer realm=\"mete\"");
        throw new ProblemException(Problem.of(
                ProblemKind.UNAUTHORIZED,
                ctx.header("Authorization") == null ? "the request has no token" : "the token is not the right one",
                "send the header `Authorization: Bearer …`"));
    }
}
