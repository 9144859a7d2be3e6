package dev.mete.prove.search;

import java.time.Duration;

/** How long a proof may take. Not thread-safe. */
public final class Budget {
    private final long nanos;
    private long start = System.nanoTime();

    private Budget(long nanos) {
        this.nanos = nanos;
    }

    /** A budget that begins now. */
    public static Budget of(Duration time) {
        return new Budget(time.toNanos());
    }

    /** Begins anew, for the next question. */
    public void begin() {
        start = System.nanoTime();
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
