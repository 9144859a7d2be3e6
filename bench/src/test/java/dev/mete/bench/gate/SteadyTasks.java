package dev.mete.bench.gate;

import dev.mete.bench.http.MeteService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Posts one task at a fixed rate, whether or not earlier ones are answered yet, until it is stopped. */
final class SteadyTasks {
    private static final long SECOND = 1_000_000_000;

    private final MeteService service;
    private final String task;
    private final long interval;
    private final List<CompletableFuture<Answered>> posted = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread = Thread.ofPlatform().name("steady-tasks").unstarted(this::post);
    private volatile boolean isStopped;

    SteadyTasks(MeteService service, String task, int perSecond) {
        this.service = service;
        this.task = task;
        this.interval = SECOND / perSecond;
    }

    void start() {
        thread.start();
    }

    /** Stops posting and gives all answers, in the order in which their tasks were due. */
    List<Answered> stop() throws InterruptedException {
        isStopped = true;
        thread.join();
        return posted.stream().map(CompletableFuture::join).toList();
    }

    private void post() {
        for (long due = System.nanoTime(); !isStopped; due += interval) {
            long wait = due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            long at = due;
            posted.add(service.decide(task)
                    .thenApply(response -> Answered.of(at, response))
                    .exceptionally(reason -> Answered.lost(at, reason)));
        }
    }
}
