package dev.mete.server.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.mete.engine.decision.Fault;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.Explanation;
import dev.mete.engine.policy.PolicyInfo;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;

/**
 * Remembers the outcomes of one revision of a policy by the features that it reads. Only for a policy that always decides equal tasks equally.
 * Thread-safe.
 */
public final class DecisionCache implements CompiledPolicy {
    /** How many outcomes are remembered. */
    public static final long USUAL_SIZE = 10_000;

    private final CompiledPolicy policy;
    private final Cache<TaskKey, Outcome> outcomes;
    private final int[] numberSlots;
    private final int[] otherSlots;

    private DecisionCache(CompiledPolicy policy, long size, StatsCounter stats) {
        this.policy = policy;
        this.outcomes =
                Caffeine.newBuilder().maximumSize(size).recordStats(() -> stats).build();
        this.numberSlots = TaskKey.slots(policy.schema(), true);
        this.otherSlots = TaskKey.slots(policy.schema(), false);
    }

    /**
     * A policy that remembers.
     *
     * @param size how many outcomes
     * @param stats counts hits and misses
     */
    public static CompiledPolicy of(CompiledPolicy policy, long size, StatsCounter stats) {
        return new DecisionCache(policy, size, stats);
    }

    @Override
    public PolicyInfo info() {
        return policy.info();
    }

    @Override
    public TaskSchema schema() {
        return policy.schema();
    }

    @Override
    public Outcome decide(Task task) {
        TaskKey key = TaskKey.of(task, numberSlots, otherSlots);
        Outcome remembered = outcomes.getIfPresent(key);
        if (remembered != null) {
            return remembered;
        }
        Outcome outcome = policy.decide(task);
        if (!(outcome instanceof Fault)) {
            outcomes.put(key, outcome);
        }
        return outcome;
    }

    @Override
    public Explanation explain(Task task) {
        return policy.explain(task);
    }

    @Override
    public void close() {
        outcomes.invalidateAll();
        policy.close();
    }
}
