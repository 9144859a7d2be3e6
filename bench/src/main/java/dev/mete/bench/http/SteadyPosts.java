package dev.mete.bench.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts at a fixed rate, whether or not earlier posts are answered yet: each of many connections has posts that are due at times of its own, and what a
 * post waits counts from then on, not from when it could be sent.
 */
final class SteadyPosts {
    private static final long SECOND = 1_000_000_000;

    private final Posts posts;
    private final List<byte[]> requests;
    private final long interval;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Answered> answered = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean isStopped;

    /**
     * A post that was answered.
     *
     * @param due when it was to be sent, in nanoseconds
     * @param nanos from then until its answer was there
     * @param status 0 where there was no answer
     */
    record Answered(long due, long nanos, int status) {}

    SteadyPosts(Posts posts, int connections, int perSecond) {
        this.posts = posts;
        this.requests = posts.bodies().stream()
                .map(body -> Connection.request(posts.address(), posts.type(), body))
                .toList();
        this.interval = SECOND * connections / perSecond;
        for (int place = 0; place < connections; place++) {
            long offset = SECOND * place / perSecond;
            threads.add(Thread.ofPlatform().name("steady-", place).unstarted(() -> post(offset)));
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** Stops posting and gives all that was answered. */
    List<Answered> stop() throws InterruptedException {
        isStopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
        return List.copyOf(answered);
    }

    private void post(long offset) {
        var own = new ArrayList<Answered>();
        long due = System.nanoTime() + offset;
        try (var connection = new Connection(posts.address())) {
            for (int place = 0; !isStopped; place++) {
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                int status = connection.post(requests.get(place % requests.size()));
                own.add(new Answered(due, System.nanoTime() - due, status));
                due += interval;
            }
        } catch (IOException _) {
            own.add(new Answered(due, System.nanoTime() - due, 0));
        }
        answered.addAll(own);
    }
}
