package dev.mete.engine.compiled;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.task.Task;

/**
 * A quantity in the unit's smallest parts, rounded down.
 *
 * @param least what it counts as where it comes to less
 */
record Part(Formula numerator, long divisor, long least) {
    static Part of(Quantity quantity, long least) {
        return new Part(Formula.of(quantity.numerator()), quantity.divisor(), least);
    }

    /** The quantity for a task. */
    long of(Task task, Bucket bucket) {
        long number = numerator.of(task, bucket);
        return Math.max(least, divisor == 1 ? number : Math.floorDiv(number, divisor));
    }

    /** Whether it is the same for every task. */
    boolean isFixed() {
        return numerator instanceof Formula.Fixed;
    }

    /** A fixed quantity. */
    long fixed() {
        if (numerator instanceof Formula.Fixed(long number)) {
            return Math.max(least, Math.floorDiv(number, divisor));
        }
        throw new IllegalStateException("it depends on the task");
    }
}
