package dev.mete.bench;

import dev.mete.bench.workload.Fields;
import dev.mete.bench.workload.HandWritten;
import dev.mete.bench.workload.Passes;
import dev.mete.bench.workload.Tasks;
import dev.mete.bench.workload.Workload;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Task;
import java.util.List;
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

/** One decision, from a task at hand to bucket, rule, model, effort, cap and timeout, by each engine and by hand-written Java. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class DecideBenchmark {
    /** How many tasks are decided in one pass. */
    public static final int TASKS = 2_048;

    /** As many rules as fit into a method that the JIT compiles: it leaves methods of more than 8,000 bytes to the interpreter. */
    public static final int RULES_PER_METHOD = 50;

    /** Of the policies and their tasks. */
    public static final long SEED = 20_261_122;

    @Param({"TENANT", "BOX"})
    public Workload workload;

    @Param({"20", "200", "2000"})
    public int rules;

    private final Verdict verdict = new Verdict();
    private CompiledPolicy index;
    private CompiledPolicy evaluator;
    private CompiledPolicy drools;
    private HandWritten handWritten;
    private final HandWritten.Answer answer = new HandWritten.Answer();
    private Passes<Task> tasks;
    private Passes<Task> droolsTasks;
    private Passes<Fields> fields;

    @Setup
    public void compareThenMeasure() {
        var policy = workload.policy(rules, SEED);
        index = policy.compiled("mete", "native");
        evaluator = policy.evaluator();
        drools = policy.compiled("drl", "drools");
        handWritten = policy.handWritten(RULES_PER_METHOD);
        List<Fields> drawn = policy.tasks(TASKS);
        var compare = new CompareAnswers(policy);
        compare.engines(evaluator, index, drawn);
        compare.engines(evaluator, drools, drawn);
        compare.handWritten(index, handWritten, drawn);
        fields = new Passes<>(drawn);
        tasks = new Passes<>(Tasks.of(drawn, index.schema()));
        droolsTasks = new Passes<>(Tasks.of(drawn, drools.schema()));
    }

    @TearDown
    public void close() {
        index.close();
        evaluator.close();
        drools.close();
    }

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public void index(Blackhole blackhole) {
        for (Task task : tasks.next()) {
            index.decide(task, verdict);
            blackhole.consume(verdict.line());
        }
    }

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public void evaluator(Blackhole blackhole) {
        for (Task task : tasks.next()) {
            blackhole.consume(evaluator.decide(task));
        }
    }

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public void drools(Blackhole blackhole) {
        for (Task task : droolsTasks.next()) {
            drools.decide(task, verdict);
            blackhole.consume(verdict.line());
        }
    }

    @Benchmark
    @OperationsPerInvocation(TASKS)
    public void handWritten(Blackhole blackhole) {
        for (Fields task : fields.next()) {
            handWritten.decide(task, answer);
            blackhole.consume(answer.rule);
        }
    }
}
