package dev.mete.prove.search;

import java.time.Duration;

/** How long proofs may take together. Thread-safe. */
public final class Budget {
    private final long start = System.nanoTime();
    private final long nanos;

    private Budget(long nanos) {
        this.nanos = nanos;
    }

    /** A budget that begins now. */
    public static Budget of(Duration time) {
        return new Budget(time.toNanos());
    }

    /** Whether it is used up. */
    public boolean isOver() {
        return System.nanoTime() - start > nanos;
    }

    void spend() throws OutOfTime {
        if (isOver()) {
            throw new OutOfTime();
        }
    }
}
