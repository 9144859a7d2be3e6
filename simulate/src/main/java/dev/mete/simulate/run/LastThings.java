package dev.mete.simulate.run;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be done at the end of each block, done in the order of the blocks, whichever thread ends first. Thread-safe. */
final class LastThings {
    private final Map<Long, Runnable> waiting = new HashMap<>();
    private long next;
    private volatile @Nullable Throwable failure;

    /** Does the last things of a block, once those of all blocks before it are done. */
    synchronized void of(long block, Runnable last) {
        waiting.put(block, last);
        for (Runnable now = waiting.remove(next); now != null; now = waiting.remove(next)) {
            next++;
            if (!hasFailed()) {
                run(now);
            }
        }
    }

    private void run(Runnable last) {
        try {
            last.run();
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    /** Says that a block failed; those behind it do not count. */
    void failed(Throwable why) {
        failure = why;
    }

    /** Whether a block failed. */
    boolean hasFailed() {
        return failure != null;
    }

    /** Throws what the first block that failed threw. */
    void fail() {
        switch (failure) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }
}
