package dev.mete.bench;

import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import dev.mete.bench.workload.GeneratedPolicy;
import dev.mete.bench.workload.Tasks;
import dev.mete.bench.workload.Workload;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Task;
import dev.mete.server.cache.DecisionCache;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Decisions that Drools makes anew and such that are looked up in the service's cache, where a given share of the tasks has come before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class CacheBenchmark {
    private static final int TASKS = 2_048;

    /** The tasks that come again and again. */
    private static final int KNOWN = 2_000;

    /** So many others that the cache has forgotten nearly all of them when they come round. */
    private static final int OTHERS = 30 * (int) DecisionCache.USUAL_SIZE;

    private static final double TOLERANCE = 0.05;

    @Param({"20", "200", "2000"})
    public int rules;

    @Param({"0", "90"})
    public int hitPercent;

    private final ConcurrentStatsCounter stats = new ConcurrentStatsCounter();
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(DecideBenchmark.SEED);
    private final Verdict verdict = new Verdict();
    private CompiledPolicy policy;
    private CompiledPolicy cached;
    private List<Task> tasks;
    private int nextOther;

    @Setup
    public void remember() {
        GeneratedPolicy generated = Workload.TENANT.policy(rules, DecideBenchmark.SEED);
        policy = generated.compiled("drl", "drools");
        cached = DecisionCache.of(generated.compiled("drl", "drools"), DecisionCache.USUAL_SIZE, stats);
        tasks = Tasks.of(generated.tasks(KNOWN + OTHERS), policy.schema());
        var known = Tasks.of(generated.tasks(KNOWN), cached.schema());
        for (Task task : known) {
            if (!cached.decide(task).equals(policy.decide(task))) {
                throw new IllegalStateException("the cache decides otherwise: " + task);
            }
        }
    }

    @TearDown
    public void checkHits() {
        policy.close();
        cached.close();
        var snapshot = stats.snapshot();
        boolean isUsed = snapshot.requestCount() > 10 * KNOWN;
        if (isUsed && Math.abs(snapshot.hitRate() - hitPercent / 100.0) > TOLERANCE) {
            throw new IllegalStateException("hit rate " + snapshot.hitRate() + " instead of " + hitPercent + " %");
        }
    }

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public void decided(Blackhole blackhole) {
        for (int i = 0; i < TASKS; i++) {
            policy.decide(next(), verdict);
            blackhole.consume(verdict.line());
        }
    }

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public void lookedUp(Blackhole blackhole) {
        for (int i = 0; i < TASKS; i++) {
            cached.decide(next(), verdict);
            blackhole.consume(verdict.line());
        }
    }

    private Task next() {
        if (random.nextInt(100) < hitPercent) {
            return tasks.get(random.nextInt(KNOWN));
        }
        nextOther = (nextOther + 1) % OTHERS;
        return tasks.get(KNOWN + nextOther);
    }
}
