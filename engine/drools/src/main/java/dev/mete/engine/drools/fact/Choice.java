package dev.mete.engine.drools.fact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several plans, of which Mete picks one by its catalog's figures, with upper bounds that the one picked has to keep. The plans come first, each followed
 * by its settings, then the bounds. Not thread-safe; lives as long as one decision.
 */
public final class Choice {
    /** What the plans are compared by. */
    public enum Goal {
        /** The least expected loss: price, cost of waiting, and cost of an error times its probability. */
        BEST,
        /** The lowest expected price. */
        CHEAPEST,
        /** The lowest 95th percentile of the latency. */
        FASTEST
    }

    private final Goal goal;
    private final List<Plan> plans = new ArrayList<>();
    private @Nullable Double costUsd;
    private @Nullable Long latencyMs;
    private @Nullable Double errorPercent;
    private @Nullable Double cutOffPercent;

    Choice(Goal goal) {
        this.goal = goal;
    }

    /**
     * Adds a plan.
     *
     * @throws IllegalStateException after a bound
     */
    public Choice plan(String model, Effort effort) {
        if (isBounded()) {
            throw new IllegalStateException("the plan of " + model + " stands after a bound");
        }
        plans.add(new Plan(model, effort));
        return this;
    }

    /**
     * Asks for hidden thinking of this many tokens in the last plan.
     *
     * @throws IllegalStateException without a plan, or after a bound
     */
    public Choice thinking(long tokens) {
        last().thinking(tokens);
        return this;
    }

    /**
     * Asks for a cap of this many output tokens, hidden thinking included, in the last plan.
     *
     * @throws IllegalStateException without a plan, or after a bound
     */
    public Choice cap(long tokens) {
        last().cap(tokens);
        return this;
    }

    /**
     * Asks in the last plan to wait this many milliseconds for the whole answer.
     *
     * @throws IllegalStateException without a plan, or after a bound
     */
    public Choice timeoutMs(long millis) {
        last().timeoutMs(millis);
        return this;
    }

    /** Picks only from plans whose expected price is at most this many US dollars. */
    public Choice whereCostAtMostUsd(double dollars) {
        costUsd = dollars;
        return this;
    }

    /** Picks only from plans that answer within this many milliseconds in 95 of 100 calls. */
    public Choice whereLatencyAtMostMs(long millis) {
        latencyMs = millis;
        return this;
    }

    /** Picks only from plans that are wrong in at most this percentage of calls. */
    public Choice whereErrorAtMostPercent(double percent) {
        errorPercent = percent;
        return this;
    }

    /** Picks only from plans whose answer is cut off in at most this percentage of calls. */
    public Choice whereCutOffAtMostPercent(double percent) {
        cutOffPercent = percent;
        return this;
    }

    /** What the plans are compared by. */
    public Goal goal() {
        return goal;
    }

    /** The plans as written. */
    public List<Plan> plans() {
        return List.copyOf(plans);
    }

    /** The most that the price may be expected to come to, in US dollars; null where there is no bound. */
    public @Nullable Double costUsd() {
        return costUsd;
    }

    /** The most that the 95th percentile of the latency may be, in milliseconds; null where there is no bound. */
    public @Nullable Long latencyMs() {
        return latencyMs;
    }

    /** The highest percentage of wrong answers; null where there is no bound. */
    public @Nullable Double errorPercent() {
        return errorPercent;
    }

    /** The highest percentage of answers that are cut off; null where there is no bound. */
    public @Nullable Double cutOffPercent() {
        return cutOffPercent;
    }

    private boolean isBounded() {
        return costUsd != null || latencyMs != null || errorPercent != null || cutOffPercent != null;
    }

    private Plan last() {
        if (plans.isEmpty() || isBounded()) {
            throw new IllegalStateException("a setting that does not follow its plan");
        }
        return plans.getLast();
    }
}
