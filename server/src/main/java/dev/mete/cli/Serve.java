package dev.mete.cli;

import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.server.BearerToken;
import dev.mete.server.MeteServer;
import dev.mete.server.Metrics;
import dev.mete.server.ServerSettings;
import dev.mete.server.Service;
import dev.mete.server.cache.CacheDecisions;
import dev.mete.server.reload.ReloadRules;
import dev.mete.server.reload.RulesSettings;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts the service on a folder of policies and follows its changes until the process is asked to end. */
@Command(
        name = "serve",
        description = "Answer over HTTP which model a task gets; follow changes of the policies.",
        version = Main.VERSION,
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);
    private static final int MOST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Trust trust;

    @Parameters(
            arity = "0..1",
            paramLabel = "RULES",
            defaultValue = "rules",
            description = "The folder with a folder for each policy. Default: ${DEFAULT-VALUE}")
    private Path rules;

    @Option(names = "--port", defaultValue = "8080", description = "The port; 0 for any. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--host",
            defaultValue = ServerSettings.LOOPBACK,
            description =
                    "The address to listen on; any but this machine's own needs --token-file. Default: ${DEFAULT-VALUE}")
    private String host = ServerSettings.LOOPBACK;

    @Option(
            names = "--default",
            paramLabel = "POLICY",
            description = "The policy that POST /v1/decide asks. Default: the only one there is")
    private @Nullable String defaultPolicy;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with the bearer token that callers have to send.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the last good revisions are kept. Default: a folder for RULES in $XDG_STATE_HOME/mete")
    private @Nullable Path state;

    @Option(names = "--catalog", paramLabel = "FILE", description = "The model catalog. Default: RULES/catalog.json")
    private @Nullable Path catalog;

    @Override
    public Integer call() throws Stopped, InterruptedException {
        Path root = rules.toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            throw new Stopped(
                    "there is no folder `" + rules + "`: name the folder that holds the folders of your policies");
        }
        if (port < 0 || port > MOST_PORT) {
            throw new Stopped("there is no port " + port + ": choose one from 0 to " + MOST_PORT);
        }
        BearerToken token = token();
        checkHost(token);
        PolicyLoader loader = trust.loader();
        var metrics = new Metrics();
        var settings = new RulesSettings(
                root,
                catalog == null
                        ? root.resolve(CatalogJson.FILE)
                        : catalog.toAbsolutePath().normalize(),
                state == null ? StatePlace.of(root) : state.toAbsolutePath(),
                loader,
                new CacheDecisions(metrics.registry()),
                metrics,
                InstantSource.system());
        var reload = new ReloadRules(settings);
        PolicyLoader checking = loader.trusts() ? PolicyLoader.installed() : loader;
        var service = new Service(reload.policies(), checking, metrics, settings.clock());
        MeteServer server = start(
                new ServerSettings(
                        host, port, defaultPolicy, token, ServerSettings.USUAL_NOTICE, ServerSettings.USUAL_SILENCE),
                service,
                reload);
        PrintWriter out = spec.commandLine().getOut();
        new Welcome(reload.policies(), server.address(), tokenFile, Palette.ofOutput()).print(out, rules);
        untilTheEnd(server, reload);
        return 0;
    }

    private static MeteServer start(ServerSettings settings, Service service, ReloadRules reload) throws Stopped {
        try {
            return MeteServer.start(settings, service, reload::load);
        } catch (JavalinBindException e) {
            reload.close();
            LOG.debug("binding failed", e);
            throw new Stopped("cannot listen on " + settings.host() + ":" + settings.port()
                    + ": the port is taken or not allowed; choose another with --port, or --port 0 for any");
        }
    }

    /** The process ends by a signal: its last act is to answer what has been asked. */
    private static void untilTheEnd(MeteServer server, ReloadRules reload) throws InterruptedException {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("mete-stop").unstarted(() -> {
                    LOG.info("stopping: what has been asked is answered first");
                    server.close();
                    reload.close();
                    LOG.info("stopped");
                }));
        new CountDownLatch(1).await();
    }

    private @Nullable BearerToken token() throws Stopped {
        if (tokenFile == null) {
            return null;
        }
        try {
            String secret = Files.readString(tokenFile);
            if (secret.isBlank()) {
                throw new Stopped("the token file `" + tokenFile + "` is empty");
            }
            return new BearerToken(secret);
        } catch (IOException e) {
            throw new Stopped("the token file `" + tokenFile + "` cannot be read: "
                    + e.getClass().getSimpleName());
        }
    }

    private void checkHost(@Nullable BearerToken token) throws Stopped {
        try {
            boolean isOwn = InetAddress.getByName(host).isLoopbackAddress();
            if (!isOwn && token == null) {
                throw new Stopped("listening on `" + host + "` would let anyone on the network ask: "
                        + "give a token with --token-file, or leave --host out");
            }
        } catch (UnknownHostException e) {
            LOG.debug("looking up {}", host, e);
            throw new Stopped("`" + host + "` is no address of this machine");
        }
    }
}
