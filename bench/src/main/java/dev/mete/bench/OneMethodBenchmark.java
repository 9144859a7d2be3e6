package dev.mete.bench;

import dev.mete.bench.workload.Fields;
import dev.mete.bench.workload.HandWritten;
import dev.mete.bench.workload.Passes;
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

/**
 * Hand-written Java with all rules in one method, as it grows when nobody splits it. Its answers are those that {@link DecideBenchmark} has
 * compared. There is none for 2,000 rules: they are more than the 64 KiB that a method can have.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class OneMethodBenchmark {
    @Param({"TENANT", "BOX"})
    public Workload workload;

    @Param({"20", "200"})
    public int rules;

    private HandWritten handWritten;
    private final HandWritten.Answer answer = new HandWritten.Answer();
    private Passes<Fields> fields;

    @Setup
    public void compile() {
        var policy = workload.policy(rules, DecideBenchmark.SEED);
        handWritten = policy.handWritten(rules);
        fields = new Passes<>(policy.tasks(DecideBenchmark.TASKS));
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void handWrittenInOneMethod(Blackhole blackhole) {
        for (Fields task : fields.next()) {
            handWritten.decide(task, answer);
            blackhole.consume(answer.rule);
        }
    }
}
