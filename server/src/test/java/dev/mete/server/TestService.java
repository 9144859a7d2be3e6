package dev.mete.server;

import dev.mete.engine.load.PolicyLoader;
import dev.mete.server.cache.CacheDecisions;
import dev.mete.server.reload.ReloadRules;
import dev.mete.server.reload.RulesSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A service within this process. */
final class TestService implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final ReloadRules reload;
    private final MeteServer server;
    private final Client client;

    private TestService(
            RulesSettings rules, ServerSettings settings, Metrics metrics, PolicyLoader loader, boolean isHot) {
        this.reload = ReloadRules.start(rules);
        this.server = MeteServer.start(settings, new Service(reload.policies(), loader, metrics, rules.clock()), isHot);
        this.client = new Client(server.address());
    }

    static TestService of(Rules rules) {
        return of(rules, TestService.settings(null, null), null);
    }

    static ServerSettings settings(@Nullable String defaultPolicy, @Nullable BearerToken token) {
        return new ServerSettings(
                ServerSettings.LOOPBACK, 0, defaultPolicy, token, Duration.ZERO, ServerSettings.USUAL_SILENCE);
    }

    /** A service that closes connections which are silent for the time. */
    static TestService of(Rules rules, Duration silence) {
        return of(rules, new ServerSettings(ServerSettings.LOOPBACK, 0, null, null, Duration.ZERO, silence), null);
    }

    static TestService of(Rules rules, ServerSettings settings, @Nullable Path state) {
        return of(rules, settings, state, PolicyLoader.installed());
    }

    static TestService of(Rules rules, ServerSettings settings, @Nullable Path state, PolicyLoader loader) {
        return of(rules, settings, state, loader, InstantSource.system(), true);
    }

    /** A service that sends every request the long way. */
    static TestService withoutHotRoute(Rules rules, ServerSettings settings, PolicyLoader loader) {
        return of(rules, settings, null, loader, InstantSource.system(), false);
    }

    /** A service that goes by a clock of the test. */
    static TestService at(Rules rules, @Nullable Path state, InstantSource clock) {
        return of(rules, settings(null, null), state, PolicyLoader.installed(), clock, true);
    }

    private static TestService of(
            Rules rules,
            ServerSettings settings,
            @Nullable Path state,
            PolicyLoader loader,
            InstantSource clock,
            boolean isHot) {
        var metrics = new Metrics();
        var folder = new RulesSettings(
                rules.root(), rules.file("catalog.json"), state, loader, UnaryOperator.identity(), metrics, clock);
        return new TestService(folder, settings, metrics, loader, isHot);
    }

    /** The policies of this repository, with caches as {@code mete serve} has them. */
    static TestService shipped() {
        var metrics = new Metrics();
        var loader = PolicyLoader.installed();
        Path root = Path.of("..", "rules").toAbsolutePath().normalize();
        var folder = new RulesSettings(
                root,
                root.resolve("catalog.json"),
                null,
                loader,
                new CacheDecisions(metrics.registry()),
                metrics,
                InstantSource.system());
        return new TestService(folder, settings(null, null), metrics, loader, true);
    }

    Client client() {
        return client;
    }

    /** Waits until something holds; a test says what holds then. */
    static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
                throw new AssertionError("still not so after " + LONGEST_WAIT);
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        server.close();
        reload.close();
    }
}
