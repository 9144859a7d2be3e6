package dev.mete.server.cache;

import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.mete.engine.policy.CompiledPolicy;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Gives a cache to each policy that Drools decides. The engine's own evaluation is a small part of a request without one, and code of an author
 * need not decide equal tasks equally, so neither gets one. Thread-safe.
 */
public final class CacheDecisions implements UnaryOperator<CompiledPolicy> {
    /** The engine's name in settings. */
    private static final String DROOLS = "drools";

    private final MeterRegistry registry;
    private final Map<String, StatsCounter> stats = new ConcurrentHashMap<>();

    /** Counts hits and misses of each policy over all its revisions. */
    public CacheDecisions(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public CompiledPolicy apply(CompiledPolicy policy) {
        return policy.info().engine().equals(DROOLS) && policy.isDeterministic()
                ? DecisionCache.of(
                        policy, DecisionCache.USUAL_SIZE, stats(policy.info().name()))
                : policy;
    }

    private StatsCounter stats(String policy) {
        StatsCounter counter = stats.computeIfAbsent(policy, _ -> new ConcurrentStatsCounter());
        requests(policy, "hit", counter, counted -> counted.snapshot().hitCount());
        requests(policy, "miss", counter, counted -> counted.snapshot().missCount());
        return counter;
    }

    private void requests(String policy, String result, StatsCounter counter, ToDoubleFunction<StatsCounter> count) {
        FunctionCounter.builder("mete.cache.requests", counter, count)
                .description("look-ups of remembered decisions")
                .tag("policy", policy)
                .tag("result", result)
                .register(registry);
    }
}
