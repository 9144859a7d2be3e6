package dev.mete.engine.drools.full;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs work of authors on threads of its own, so that whoever waits for it gets on after a time limit, whatever the work does. Work that does not end
 * keeps its thread, since nothing can stop a thread of Java; once a few are lost to it, no more work is begun until one of them comes back.
 * Thread-safe.
 */
final class Workers {
    /** How much work of one policy runs at the same time, what was given up included. */
    private static final int MOST = 8;

    /** How much work that was given up may still be running before no more is begun. */
    static final int MOST_LOST = 4;

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Executor THREADS = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Workers::thread);

    private final Duration limit;
    private final Semaphore free = new Semaphore(MOST);
    private final AtomicInteger lost = new AtomicInteger();

    Workers(Duration limit) {
        this.limit = limit;
    }

    /** What waiting for work comes to. */
    enum Ended {
        IN_TIME,
        /** It took too long, and was given up. */
        TOO_LATE,
        /** It was not begun: too much is running that was given up. */
        NOT_BEGUN
    }

    /** Runs work and waits for it. What the work throws is its own affair: it has to catch everything. */
    Ended run(Runnable work) {
        long end = System.nanoTime() + limit.toNanos();
        if (lost.get() >= MOST_LOST || !acquire(end)) {
            return Ended.NOT_BEGUN;
        }
        var state = new AtomicReference<>(State.RUNNING);
        var task = new FutureTask<>(
                () -> {
                    try {
                        work.run();
                    } finally {
                        ended(state);
                    }
                },
                null);
        THREADS.execute(task);
        if (isDone(task, end) || !isGivenUp(state)) {
            return Ended.IN_TIME;
        }
        // An interrupt ends what waits or sleeps; what computes does not notice.
        task.cancel(true);
        return Ended.TOO_LATE;
    }

    private enum State {
        RUNNING,
        DONE,
        GIVEN_UP
    }

    private void ended(AtomicReference<State> state) {
        if (state.getAndSet(State.DONE) == State.GIVEN_UP) {
            lost.decrementAndGet();
        }
        free.release();
    }

    private boolean isGivenUp(AtomicReference<State> state) {
        lost.incrementAndGet();
        if (state.compareAndSet(State.RUNNING, State.GIVEN_UP)) {
            return true;
        }
        lost.decrementAndGet();
        return false;
    }

    private static boolean isDone(FutureTask<?> task, long end) {
        try {
            task.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException("work did not catch what it threw", e.getCause());
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How much work that was given up is still running. */
    int lost() {
        return lost.get();
    }

    private boolean acquire(long end) {
        try {
            return free.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "mete-full-drl-" + NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
