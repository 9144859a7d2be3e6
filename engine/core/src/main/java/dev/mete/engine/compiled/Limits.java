package dev.mete.engine.compiled;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.task.Task;
import java.util.List;

/** What the limits of a policy bound. Immutable, thread-safe. */
final class Limits {
    private static final Dimension[] DIMENSIONS = Dimension.values();

    private final Dimension[] dimensions;
    private final Part[] bounds;

    Limits(List<LimitIr> limits) {
        this.dimensions =
                limits.stream().map(limit -> Dimension.of(limit.bound())).toArray(Dimension[]::new);
        this.bounds = limits.stream().map(limit -> bound(limit.bound())).toArray(Part[]::new);
    }

    /** What one limit bounds; a cap or a timeout that is worked out to nothing counts as 1, the least there can be. */
    private static Part bound(Bound bound) {
        return switch (bound) {
            case Bound.EffortAtMost(var most) -> new Part(new Formula.Fixed(most.ordinal()), 1, Long.MIN_VALUE);
            case Bound.ThinkingAtMost(Quantity tokens) -> Part.of(tokens, Long.MIN_VALUE);
            case Bound.CapAtMost(Quantity tokens) -> Part.of(tokens, 1);
            case Bound.CostAtMost(Quantity nanos) -> Part.of(nanos, 0);
            case Bound.TimeoutAtMost(Quantity millis) -> Part.of(millis, 1);
        };
    }

    /** How many there are. */
    int count() {
        return bounds.length;
    }

    Dimension dimension(int limit) {
        return dimensions[limit];
    }

    /** The bound of one limit. */
    long bound(int limit, Task task, Bucket bucket) {
        return bounds[limit].of(task, bucket);
    }

    /** Puts bounds that bound nothing. */
    static void free(long[] room, int at) {
        for (Dimension dimension : DIMENSIONS) {
            room[at + dimension.ordinal()] = dimension.free();
        }
    }

    /** Puts the bounds of one dimension, or of all but one, and none for the others. */
    static void some(long[] room, Dimension dimension, boolean isOnly) {
        for (Dimension each : DIMENSIONS) {
            room[Room.TRIED + each.ordinal()] =
                    (each == dimension) == isOnly ? room[Room.HELD + each.ordinal()] : each.free();
        }
    }

    /** Lowers a bound that is put. */
    void lower(int limit, Task task, Bucket bucket, long[] room) {
        int at = Room.HELD + dimensions[limit].ordinal();
        room[at] = Math.min(room[at], bound(limit, task, bucket));
    }
}
