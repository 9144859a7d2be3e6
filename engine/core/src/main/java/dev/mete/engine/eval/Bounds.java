package dev.mete.engine.eval;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.task.Task;
import java.util.List;

/** The lowest bound of each dimension that limits hold a plan to, for one task: tokens, tokens, milliseconds. Immutable. */
record Bounds(Effort effort, long thinking, long cap, long timeout) {
    /** Bounds nothing. */
    static final Bounds NONE = new Bounds(Effort.MAX, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    /** What a limit can bound. */
    enum Dimension {
        EFFORT,
        THINKING,
        CAP,
        TIMEOUT
    }

    /** What several limits come to together. */
    static Bounds of(List<LimitIr> limits, Task task) {
        Bounds all = NONE;
        for (LimitIr limit : limits) {
            all = all.and(of(limit, task));
        }
        return all;
    }

    /** What one limit bounds. A cap or a timeout that is worked out to nothing counts as 1, the least there can be. */
    static Bounds of(LimitIr limit, Task task) {
        return switch (limit.bound()) {
            case Bound.EffortAtMost(Effort most) -> new Bounds(most, NONE.thinking, NONE.cap, NONE.timeout);
            case Bound.ThinkingAtMost(var tokens) ->
                new Bounds(NONE.effort, Conditions.quantity(tokens, task), NONE.cap, NONE.timeout);
            case Bound.CapAtMost(var tokens) ->
                new Bounds(NONE.effort, NONE.thinking, Math.max(1, Conditions.quantity(tokens, task)), NONE.timeout);
            case Bound.TimeoutAtMost(var millis) ->
                new Bounds(NONE.effort, NONE.thinking, NONE.cap, Math.max(1, Conditions.quantity(millis, task)));
        };
    }

    /** What a limit bounds, whatever the task. */
    static Dimension dimension(LimitIr limit) {
        return switch (limit.bound()) {
            case Bound.EffortAtMost _ -> Dimension.EFFORT;
            case Bound.ThinkingAtMost _ -> Dimension.THINKING;
            case Bound.CapAtMost _ -> Dimension.CAP;
            case Bound.TimeoutAtMost _ -> Dimension.TIMEOUT;
        };
    }

    /** Both together: the lower of each. */
    Bounds and(Bounds other) {
        return new Bounds(
                effort.compareTo(other.effort) < 0 ? effort : other.effort,
                Math.min(thinking, other.thinking),
                Math.min(cap, other.cap),
                Math.min(timeout, other.timeout));
    }

    /** The bound of one dimension alone. */
    Bounds only(Dimension dimension) {
        return switch (dimension) {
            case EFFORT -> new Bounds(effort, NONE.thinking, NONE.cap, NONE.timeout);
            case THINKING -> new Bounds(NONE.effort, thinking, NONE.cap, NONE.timeout);
            case CAP -> new Bounds(NONE.effort, NONE.thinking, cap, NONE.timeout);
            case TIMEOUT -> new Bounds(NONE.effort, NONE.thinking, NONE.cap, timeout);
        };
    }

    /** The bounds of the other dimensions. */
    Bounds without(Dimension dimension) {
        return switch (dimension) {
            case EFFORT -> new Bounds(NONE.effort, thinking, cap, timeout);
            case THINKING -> new Bounds(effort, NONE.thinking, cap, timeout);
            case CAP -> new Bounds(effort, thinking, NONE.cap, timeout);
            case TIMEOUT -> new Bounds(effort, thinking, cap, NONE.timeout);
        };
    }
}
