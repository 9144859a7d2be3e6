package dev.mete.server;

import dev.mete.engine.decision.Verdict;
import dev.mete.engine.policy.PolicyInfo;
import dev.mete.server.decide.DecisionListener;
import dev.mete.server.reload.CatalogStatus;
import dev.mete.server.reload.FailedLoad;
import dev.mete.server.reload.ReloadListener;
import dev.mete.server.reload.Snapshot;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counts what the service does. Labels are policies, models and words of closed lists, never what a caller sends; the meters of a policy go with it.
 * Thread-safe.
 */
public final class Metrics implements DecisionListener, ReloadListener {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, PolicyMeters> policies = new ConcurrentHashMap<>();
    private final CatalogMeters catalog = new CatalogMeters(registry);

    private final AtomicBoolean hasMachine = new AtomicBoolean();

    /** The registry, for meters of other parts. */
    public MeterRegistry registry() {
        return registry;
    }

    /** All meters in the text form of Prometheus that the media type asks for. */
    String scrape(String mediaType) {
        // they wake up all of Java's management, which no start has to wait for
        if (hasMachine.compareAndSet(false, true)) {
            new JvmMemoryMetrics().bindTo(registry);
            new JvmThreadMetrics().bindTo(registry);
            new ProcessorMetrics().bindTo(registry);
        }
        return registry.scrape(mediaType);
    }

    @Override
    public void decided(PolicyInfo policy, Verdict verdict, long nanos) {
        of(policy.name()).decided(verdict, nanos);
    }

    @Override
    public void refused(PolicyInfo policy) {
        of(policy.name()).refused();
    }

    @Override
    public void serves(String policy, Snapshot snapshot) {
        of(policy).serves(snapshot);
    }

    @Override
    public void failed(String policy, FailedLoad failure) {
        of(policy).failed();
    }

    @Override
    public void isGood(String policy, Instant at) {
        of(policy).isGood(at);
    }

    @Override
    public void catalog(CatalogStatus status) {
        catalog.is(status);
    }

    @Override
    public void removed(String policy) {
        policies.remove(policy);
        for (Meter meter : registry.getMeters()) {
            if (policy.equals(meter.getId().getTag("policy"))) {
                registry.remove(meter);
            }
        }
    }

    private PolicyMeters of(String policy) {
        PolicyMeters meters = policies.get(policy);
        return meters != null ? meters : policies.computeIfAbsent(policy, name -> new PolicyMeters(registry, name));
    }
}
