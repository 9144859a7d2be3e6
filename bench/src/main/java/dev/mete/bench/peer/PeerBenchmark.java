package dev.mete.bench.peer;

import dev.mete.bench.CompareAnswers;
import dev.mete.bench.DecideBenchmark;
import dev.mete.bench.workload.Fields;
import dev.mete.bench.workload.HandWritten;
import dev.mete.bench.workload.Passes;
import dev.mete.bench.workload.Tasks;
import dev.mete.bench.workload.Workload;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Task;
import java.util.Map;
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

/** One decision by Mete's index, by hand-written Java and by CEL, on the policies and tasks of {@link DecideBenchmark}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class PeerBenchmark {
    @Param({"TENANT", "BOX"})
    public Workload workload;

    @Param({"20", "200", "2000"})
    public int rules;

    private final Verdict verdict = new Verdict();
    private final HandWritten.Answer answer = new HandWritten.Answer();
    private CompiledPolicy index;
    private HandWritten handWritten;
    private CelPrograms cel;
    private Passes<Task> tasks;
    private Passes<Fields> fields;
    private Passes<Map<String, Object>> celTasks;

    @Setup
    public void compareThenMeasure() {
        var policy = workload.policy(rules, DecideBenchmark.SEED);
        var drawn = policy.tasks(DecideBenchmark.TASKS);
        index = policy.compiled("mete", "native");
        handWritten = policy.handWritten(DecideBenchmark.RULES_PER_METHOD);
        cel = new CelPrograms(policy);
        new CompareAnswers(policy).handWritten(index, handWritten, drawn);
        cel.compare(handWritten, drawn);
        tasks = new Passes<>(Tasks.of(drawn, index.schema()));
        fields = new Passes<>(drawn);
        celTasks = new Passes<>(drawn.stream().map(cel::prepared).toList());
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
    public void handWritten(Blackhole blackhole) {
        for (Fields task : fields.next()) {
            handWritten.decide(task, answer);
            blackhole.consume(answer.rule);
        }
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void cel(Blackhole blackhole) {
        for (Map<String, Object> task : celTasks.next()) {
            cel.decide(task, answer);
            blackhole.consume(answer.rule);
        }
    }
}
