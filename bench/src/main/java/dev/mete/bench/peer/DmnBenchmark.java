package dev.mete.bench.peer;

import dev.mete.bench.DecideBenchmark;
import dev.mete.bench.workload.Workload;
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
import org.openjdk.jmh.infra.Blackhole;

/** One decision by a decision table of DMN, up to 200 rules: a pass over 2,048 tasks takes seconds by then. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class DmnBenchmark {
    @Param({"TENANT", "BOX"})
    public Workload workload;

    @Param({"20", "200"})
    public int rules;

    private Timed<DmnTable.Question> timed;

    @Setup
    public void compareThenMeasure() {
        var policy = workload.policy(rules, DecideBenchmark.SEED);
        timed = new Timed<>(
                new DmnTable(policy),
                policy.handWritten(DecideBenchmark.RULES_PER_METHOD),
                policy.tasks(DecideBenchmark.TASKS));
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void dmn(Blackhole blackhole) {
        timed.decideAll(blackhole);
    }
}
