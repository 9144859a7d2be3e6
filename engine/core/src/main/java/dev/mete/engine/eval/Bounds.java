package dev.mete.engine.eval;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.task.Task;
import java.util.List;

/** The limits that hold for one task: per dimension the lowest bound. */
final class Bounds {
    private final List<LimitIr> holding;
    private final Task task;
    private Effort effort = Effort.MAX;
    private long thinking = Long.MAX_VALUE;
    private long cap = Long.MAX_VALUE;
    private long timeout = Long.MAX_VALUE;

    Bounds(List<LimitIr> holding, Task task) {
        this.holding = holding;
        this.task = task;
        for (LimitIr limit : holding) {
            switch (limit.bound()) {
                case Bound.EffortAtMost(Effort most) -> effort = effort.compareTo(most) < 0 ? effort : most;
                case Bound.ThinkingAtMost(var tokens) ->
                    thinking = Math.min(thinking, Conditions.quantity(tokens, task));
                case Bound.CapAtMost(var tokens) -> cap = Math.min(cap, Conditions.quantity(tokens, task));
                case Bound.TimeoutAtMost(var millis) -> timeout = Math.min(timeout, Conditions.quantity(millis, task));
            }
        }
    }

    Effort effort() {
        return effort;
    }

    long thinking() {
        return thinking;
    }

    long cap() {
        return cap;
    }

    long timeout() {
        return timeout;
    }

    /** The names of the limits that set the lowest bound of a dimension in which the plan was lowered, in order, each once. */
    List<String> binding(Lowered lowered) {
        return holding.stream()
                .filter(limit -> isBinding(limit.bound(), lowered))
                .map(LimitIr::name)
                .distinct()
                .toList();
    }

    private boolean isBinding(Bound bound, Lowered lowered) {
        return switch (bound) {
            case Bound.EffortAtMost(Effort most) -> lowered.effort() && most == effort;
            case Bound.ThinkingAtMost(var tokens) ->
                lowered.thinking() && Conditions.quantity(tokens, task) == thinking;
            case Bound.CapAtMost(var tokens) -> lowered.cap() && Conditions.quantity(tokens, task) == cap;
            case Bound.TimeoutAtMost(var millis) -> lowered.timeout() && Conditions.quantity(millis, task) == timeout;
        };
    }

    /** The dimensions in which limits lowered a plan. */
    record Lowered(boolean effort, boolean thinking, boolean cap, boolean timeout) {}
}
