package dev.mete.bench;

import dev.mete.bench.workload.GeneratedPolicy;
import dev.mete.bench.workload.Tasks;
import dev.mete.bench.workload.Workload;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Task;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * What sessions of Drools cost a policy in restricted DRL: its compilation, which builds the first one, a first decision, and what many threads that
 * decide at once wait for, get done and leave held. {@code SessionCost THREADS RULES…} prints a line for each number of rules.
 */
public final class SessionCost {
    private static final int ROUNDS = 9;
    private static final int SECONDS = 1;
    private static final double MILLION = 1_000_000;

    private final CompiledPolicy policy;
    private final List<Task> tasks;

    private SessionCost(CompiledPolicy policy, List<Task> tasks) {
        this.policy = policy;
        this.tasks = tasks;
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int threads = Integer.parseInt(arguments[0]);
        for (String rules : List.of(arguments).subList(1, arguments.length)) {
            var generated = Workload.TENANT.policy(Integer.parseInt(rules), DecideBenchmark.SEED);
            String figures = "";
            for (int round = 0; round < ROUNDS; round++) {
                // The rounds before the last warm the code up; only its figures count.
                figures = measured(generated, threads);
            }
            System.out.println(rules + " rules: " + figures);
        }
    }

    private static String measured(GeneratedPolicy generated, int threads)
            throws InterruptedException, ExecutionException {
        String text = generated.text("drl");
        double before = heap();
        long start = System.nanoTime();
        try (var policy = GeneratedPolicy.compile(text, "drl", "drools")) {
            double compiled = (System.nanoTime() - start) / MILLION;
            double held = heap() - before;
            return String.format(Locale.ROOT, "compiled in %.0f ms, %.2f MB; ", compiled, held)
                    + new SessionCost(policy, Tasks.of(generated.tasks(threads), policy.schema())).figures(threads);
        }
    }

    private String figures(int threads) throws InterruptedException, ExecutionException {
        double before = heap();
        double first = millis(() -> policy.decide(tasks.getFirst()));
        double slowest = atOnce(threads);
        var longest = new LongAccumulator(Math::max, 0);
        long done = keptBusy(threads, longest);
        double many = heap();
        return String.format(
                Locale.ROOT,
                "first decision %.1f ms; %d at once: the slowest %.0f ms, then %d decisions a second, the slowest %.0f ms; %.1f MB more held",
                first,
                threads,
                slowest,
                done / SECONDS,
                longest.get() / MILLION,
                many - before);
    }

    /** How many decisions many threads get done, and the longest that one took, in nanoseconds. */
    private long keptBusy(int threads, LongAccumulator longest) {
        var done = new LongAdder();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        try (var executor = Executors.newFixedThreadPool(threads)) {
            for (Task task : tasks) {
                executor.execute(() -> {
                    for (long begin = System.nanoTime(); begin < end; ) {
                        policy.decide(task);
                        done.increment();
                        long ended = System.nanoTime();
                        longest.accumulate(ended - begin);
                        begin = ended;
                    }
                });
            }
        }
        return done.sum();
    }

    /** The longest that any of many threads waits for its decision, in milliseconds. */
    private double atOnce(int threads) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        double slowest = 0;
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var waits = new ArrayList<Future<Double>>();
            for (Task task : tasks) {
                waits.add(executor.submit(() -> {
                    start.await();
                    return millis(() -> policy.decide(task));
                }));
            }
            start.countDown();
            for (var wait : waits) {
                slowest = Math.max(slowest, wait.get());
            }
        }
        return slowest;
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / MILLION;
    }

    /** What is in use after a full collection, in megabytes. */
    private static double heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MILLION;
    }
}
