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

/** One decision where the rule that decides stands early among 2,000, late, or nowhere. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class PlaceBenchmark {
    private static final int RULES = 2_000;
    private static final int TASKS = 512;

    /** Among so many tasks there are enough of each kind. */
    private static final int DRAWN = 64 * TASKS;

    /** Which rules decide. */
    public enum Place {
        /** One of the first tenth. */
        EARLY,
        /** One of the last tenth. */
        LATE,
        /** None. */
        NEVER;

        private boolean has(int line) {
            return switch (this) {
                case EARLY -> line < RULES / 10;
                case LATE -> line >= RULES - RULES / 10 && line < RULES;
                case NEVER -> line == RULES;
            };
        }
    }

    @Param({"TENANT", "BOX"})
    public Workload workload;

    @Param({"EARLY", "LATE", "NEVER"})
    public Place place;

    private final Verdict verdict = new Verdict();
    private final HandWritten.Answer answer = new HandWritten.Answer();
    private CompiledPolicy index;
    private HandWritten handWritten;
    private Passes<Fields> fields;
    private Passes<Task> tasks;

    @Setup
    public void compareThenMeasure() {
        var policy = workload.policy(RULES, DecideBenchmark.SEED);
        index = policy.compiled("mete", "native");
        handWritten = policy.handWritten(DecideBenchmark.RULES_PER_METHOD);
        var drawn = policy.tasks(DRAWN);
        new CompareAnswers(policy).handWritten(index, handWritten, drawn);
        List<Fields> there = drawn.stream().filter(this::isThere).limit(TASKS).toList();
        if (there.size() < TASKS) {
            throw new IllegalStateException("only " + there.size() + " tasks are decided " + place);
        }
        fields = new Passes<>(there);
        tasks = new Passes<>(Tasks.of(there, index.schema()));
    }

    private boolean isThere(Fields task) {
        handWritten.decide(task, answer);
        return place.has(answer.rule);
    }

    @TearDown
    public void close() {
        index.close();
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
    public void handWritten(Blackhole blackhole) {
        for (Fields task : fields.next()) {
            handWritten.decide(task, answer);
            blackhole.consume(answer.rule);
        }
    }
}
