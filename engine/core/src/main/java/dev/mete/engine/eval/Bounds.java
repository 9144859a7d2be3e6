package dev.mete.engine.eval;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.task.Task;
import java.util.List;

/** The lowest bound of each dimension that limits hold a plan to, for one task: tokens, tokens, nano-dollars, milliseconds. Immutable. */
record Bounds(Effort effort, long thinking, long cap, long cost, long timeout) {
    /** Bounds nothing. */
    static final Bounds NONE = new Bounds(Effort.MAX, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    /** What a limit can bound. */
    enum Dimension {
        EFFORT,
        THINKING,
        CAP,
        COST,
        TIMEOUT
    }

    /** What several limits come to together. */
    static Bounds of(List<LimitIr> limits, Task task, Bucket bucket) {
        Bounds all = NONE;
        for (LimitIr limit : limits) {
            all = all.and(of(limit, task, bucket));
        }
        return all;
    }

    /** What one limit bounds. A cap or a timeout that is worked out to nothing counts as 1, the least there can be. */
    static Bounds of(LimitIr limit, Task task, Bucket bucket) {
        return switch (limit.bound()) {
            case Bound.EffortAtMost(Effort most) -> NONE.withEffort(most);
            case Bound.ThinkingAtMost(var tokens) -> NONE.withThinking(Conditions.quantity(tokens, task, bucket));
            case Bound.CapAtMost(var tokens) -> NONE.withCap(Math.max(1, Conditions.quantity(tokens, task, bucket)));
            case Bound.CostAtMost(var nanos) -> NONE.withCost(Math.max(0, Conditions.quantity(nanos, task, bucket)));
            case Bound.TimeoutAtMost(var millis) ->
                NONE.withTimeout(Math.max(1, Conditions.quantity(millis, task, bucket)));
        };
    }

    /** What a limit bounds, whatever the task. */
    static Dimension dimension(LimitIr limit) {
        return switch (limit.bound()) {
            case Bound.EffortAtMost _ -> Dimension.EFFORT;
            case Bound.ThinkingAtMost _ -> Dimension.THINKING;
            case Bound.CapAtMost _ -> Dimension.CAP;
            case Bound.CostAtMost _ -> Dimension.COST;
            case Bound.TimeoutAtMost _ -> Dimension.TIMEOUT;
        };
    }

    /** Both together: the lower of each. */
    Bounds and(Bounds other) {
        return new Bounds(
                effort.compareTo(other.effort) < 0 ? effort : other.effort,
                Math.min(thinking, other.thinking),
                Math.min(cap, other.cap),
                Math.min(cost, other.cost),
                Math.min(timeout, other.timeout));
    }

    /** The bound of one dimension alone. */
    Bounds only(Dimension dimension) {
        return switch (dimension) {
            case EFFORT -> NONE.withEffort(effort);
            case THINKING -> NONE.withThinking(thinking);
            case CAP -> NONE.withCap(cap);
            case COST -> NONE.withCost(cost);
            case TIMEOUT -> NONE.withTimeout(timeout);
        };
    }

    /** The bounds of the other dimensions. */
    Bounds without(Dimension dimension) {
        return switch (dimension) {
            case EFFORT -> withEffort(NONE.effort);
            case THINKING -> withThinking(NONE.thinking);
            case CAP -> withCap(NONE.cap);
            case COST -> withCost(NONE.cost);
            case TIMEOUT -> withTimeout(NONE.timeout);
        };
    }

    private Bounds withEffort(Effort other) {
        return new Bounds(other, thinking, cap, cost, timeout);
    }

    private Bounds withThinking(long other) {
        return new Bounds(effort, other, cap, cost, timeout);
    }

    private Bounds withCap(long other) {
        return new Bounds(effort, thinking, other, cost, timeout);
    }

    private Bounds withCost(long other) {
        return new Bounds(effort, thinking, cap, other, timeout);
    }

    private Bounds withTimeout(long other) {
        return new Bounds(effort, thinking, cap, cost, other);
    }
}
