package dev.mete.bench;

import dev.mete.bench.workload.Fields;
import dev.mete.bench.workload.GeneratedPolicy;
import dev.mete.bench.workload.Models;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** What estimates and choices add to a decision: the same policy with one plan of a model without figures, of one with figures, and with four to choose from. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class ChoiceBenchmark {
    private static final String PLAN = "small, effort medium, cap 16_000";

    /** A choice among four plans. */
    static final String FOUR = """
            best of
                small, effort medium
                middle, effort medium
                large, effort medium
                largest, effort medium""";

    private final Verdict verdict = new Verdict();
    private CompiledPolicy without;
    private CompiledPolicy estimated;
    private CompiledPolicy chosen;
    private Passes<Task> withoutTasks;
    private Passes<Task> estimatedTasks;
    private Passes<Task> chosenTasks;

    @Setup
    public void compile() {
        without = GeneratedPolicy.compile(
                text("fast, effort medium, cap 16_000", "bench/fast"), "mete", "native", Models.catalog());
        estimated = policy(PLAN);
        chosen = policy(FOUR);
        List<Fields> tasks = Workload.TENANT.policy(20, DecideBenchmark.SEED).tasks(DecideBenchmark.TASKS);
        withoutTasks = new Passes<>(Tasks.of(tasks, without.schema()));
        estimatedTasks = new Passes<>(Tasks.of(tasks, estimated.schema()));
        chosenTasks = new Passes<>(Tasks.of(tasks, chosen.schema()));
        compare(PLAN, estimated, tasks);
        compare(FOUR, chosen, tasks);
    }

    /** What is chosen and estimated is what the evaluator chooses and estimates. */
    private static void compare(String plan, CompiledPolicy policy, List<Fields> tasks) {
        var evaluator = GeneratedPolicy.evaluated(text(plan, "bench/small"), Models.weighed());
        for (Task task : Tasks.of(tasks, policy.schema())) {
            if (!policy.decide(task).equals(evaluator.decide(task))) {
                throw new IllegalStateException("decided otherwise: " + task);
            }
        }
    }

    /** A policy whose only rule asks for something of four models. */
    static CompiledPolicy policy(String plan) {
        return GeneratedPolicy.compile(text(plan, "bench/small"), "mete", "native", Models.weighed());
    }

    private static String text(String plan, String first) {
        String name = first.substring(first.indexOf('/') + 1);
        String others = name.equals("small")
                ? "middle = \"bench/middle\"\n large = \"bench/large\"\n largest = \"bench/largest\"\n"
                : "";
        return """
                policy generated

                models {
                  %s = "%s"
                  %s
                }

                rule "hurried"
                  when latency_tolerance < 1s and tools > 1_000_000
                  then %s, effort none

                otherwise %s
                """.formatted(name, first, others, name, plan);
    }

    @TearDown
    public void close() {
        without.close();
        estimated.close();
        chosen.close();
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void withoutFigures(Blackhole blackhole) {
        decide(without, withoutTasks, blackhole);
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void estimated(Blackhole blackhole) {
        decide(estimated, estimatedTasks, blackhole);
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void bestOfFour(Blackhole blackhole) {
        decide(chosen, chosenTasks, blackhole);
    }

    private void decide(CompiledPolicy policy, Passes<Task> tasks, Blackhole blackhole) {
        for (Task task : tasks.next()) {
            policy.decide(task, verdict);
            if (!verdict.isPlain()) {
                throw new IllegalStateException("not decided in fields: " + task);
            }
            blackhole.consume(verdict.estimate().costMean());
        }
    }
}
