package dev.mete.server.decide;

import java.util.concurrent.locks.LockSupport;

/**
 * Lets others have the processor now and then. A virtual thread that waits for nothing keeps its carrier to itself, and where as many batches as there
 * are carriers do so, no other request is answered. Not thread-safe.
 */
final class Turn {
    private static final long LONGEST_NANOS = 2_000_000;

    private long since = System.nanoTime();

    /** To be called often; mostly does nothing. */
    void share() {
        if (System.nanoTime() - since > LONGEST_NANOS) {
            // Not yield: that lets only threads go first that have run on the same carrier before, none that is new.
            LockSupport.parkNanos(1);
            since = System.nanoTime();
        }
    }
}
