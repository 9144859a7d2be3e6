package dev.mete.bench.peer;

import dev.mete.bench.CompareAnswers;
import dev.mete.bench.DecideBenchmark;
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

/** One decision by Mete's index and by a decision table of DMN, up to 200 rules: a pass over 2,048 tasks takes seconds by then. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class DmnBenchmark {
    @Param({"TENANT", "BOX"})
    public Workload workload;

    @Param({"20", "200"})
    public int rules;

    private final Verdict verdict = new Verdict();
    private CompiledPolicy index;
    private Passes<Task> tasks;
    private Timed<DmnTable.Question> timed;

    @Setup
    public void compareThenMeasure() {
        var policy = workload.policy(rules, DecideBenchmark.SEED);
        var handWritten = policy.handWritten(DecideBenchmark.RULES_PER_METHOD);
        var drawn = policy.tasks(DecideBenchmark.TASKS);
        timed = new Timed<>(new DmnTable(policy), handWritten, drawn);
        index = policy.compiled("mete", "native");
        new CompareAnswers(policy).handWritten(index, handWritten, drawn);
        tasks = new Passes<>(Tasks.of(drawn, index.schema()));
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

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void dmn(Blackhole blackhole) {
        timed.decideAll(blackhole);
    }
}
