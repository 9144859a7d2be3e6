package dev.mete.bench;

import dev.mete.bench.workload.Passes;
import dev.mete.bench.workload.Tasks;
import dev.mete.bench.workload.Workload;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Task;
import java.util.concurrent.TimeUnit;
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

/** One decision by the index as a policy grows to the most rules that it may have; hand-written Java has more constants by then than a class can hold. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class LargePolicyBenchmark {
    @Param({"TENANT", "BOX"})
    public Workload workload;

    @Param({"20", "200", "2000", "20000"})
    public int rules;

    private final Verdict verdict = new Verdict();
    private CompiledPolicy index;
    private Passes<Task> tasks;

    @Setup
    public void compareThenMeasure() {
        var policy = workload.policy(rules, DecideBenchmark.SEED);
        var fields = policy.tasks(DecideBenchmark.TASKS);
        index = policy.compiled("mete", "native");
        try (CompiledPolicy evaluator = policy.evaluator()) {
            new CompareAnswers(policy).engines(evaluator, index, fields);
        }
        tasks = new Passes<>(Tasks.of(fields, index.schema()));
    }

    @TearDown
    public void close() {
        index.close();
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void index(Blackhole blackhole) {
        for (Task task : tasks.next()) {
            index.decide(task, verdict);
            blackhole.consume(verdict.line());
        }
    }
}
