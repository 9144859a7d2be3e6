package dev.mete.bench.peer;

import dev.mete.bench.CompareAnswers;
import dev.mete.bench.DecideBenchmark;
import dev.mete.bench.workload.Fields;
import dev.mete.bench.workload.GeneratedPolicy;
import dev.mete.bench.workload.HandWritten;
import dev.mete.bench.workload.Passes;
import dev.mete.bench.workload.Tasks;
import dev.mete.bench.workload.Workload;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Task;
import java.util.List;
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

/**
 * One decision by Mete's index, by hand-written Java, by Drools in four ways and by CEL, on the policies and tasks of {@link DecideBenchmark}. Each
 * prepares itself alone, since some take long.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class PeerBenchmark {
    /** What is decided. */
    @State(Scope.Benchmark)
    public static class Decided {
        @Param({"TENANT", "BOX"})
        public Workload workload;

        @Param({"20", "200", "2000"})
        public int rules;

        GeneratedPolicy policy;
        HandWritten handWritten;
        List<Fields> drawn;

        @Setup
        public void draw() {
            policy = workload.policy(rules, DecideBenchmark.SEED);
            handWritten = policy.handWritten(DecideBenchmark.RULES_PER_METHOD);
            drawn = policy.tasks(DecideBenchmark.TASKS);
        }
    }

    /** A policy in Mete. */
    @State(Scope.Benchmark)
    public abstract static class InMete {
        private final String language;
        private final String engine;
        private final Verdict verdict = new Verdict();
        private CompiledPolicy policy;
        private Passes<Task> tasks;

        InMete(String language, String engine) {
            this.language = language;
            this.engine = engine;
        }

        @Setup
        public void compare(Decided decided) {
            policy = decided.policy.compiled(language, engine);
            new CompareAnswers(decided.policy).handWritten(policy, decided.handWritten, decided.drawn);
            tasks = new Passes<>(Tasks.of(decided.drawn, policy.schema()));
        }

        void decideAll(Blackhole blackhole) {
            for (Task task : tasks.next()) {
                policy.decide(task, verdict);
                blackhole.consume(verdict.line());
            }
        }

        @TearDown
        public void close() {
            policy.close();
        }
    }

    /** Decided by the index. */
    public static class Index extends InMete {
        /** The Mete language. */
        public Index() {
            super("mete", "native");
        }
    }

    /** Decided by Drools, with all that keeps an author's rules from harming the service. */
    public static class Guarded extends InMete {
        /** Restricted DRL. */
        public Guarded() {
            super("drl", "drools");
        }
    }

    /** Java. */
    @State(Scope.Benchmark)
    public static class Code {
        private final HandWritten.Answer answer = new HandWritten.Answer();
        private HandWritten code;
        private Passes<Fields> tasks;

        @Setup
        public void take(Decided decided) {
            code = decided.handWritten;
            tasks = new Passes<>(decided.drawn);
        }
    }

    /** Drools' model, whose session is held. */
    @State(Scope.Benchmark)
    public static class ModelHeld {
        private DroolsSessions sessions;
        private Timed<Fact> timed;

        @Setup
        public void compare(Decided decided) {
            sessions = new DroolsSessions(decided.policy, DroolsBases.ofModel(decided.policy), true);
            timed = new Timed<>(sessions, decided.handWritten, decided.drawn);
        }

        @TearDown
        public void close() {
            sessions.close();
        }
    }

    /** Compiled DRL, whose session is held. */
    @State(Scope.Benchmark)
    public static class TextHeld {
        private DroolsSessions sessions;
        private Timed<Fact> timed;

        @Setup
        public void compare(Decided decided) {
            sessions = new DroolsSessions(decided.policy, DroolsBases.ofText(decided.policy), true);
            timed = new Timed<>(sessions, decided.handWritten, decided.drawn);
        }

        @TearDown
        public void close() {
            sessions.close();
        }
    }

    /** Compiled DRL, with a session for each task. */
    @State(Scope.Benchmark)
    public static class TextFresh {
        private Timed<Fact> timed;

        @Setup
        public void compare(Decided decided) {
            var sessions = new DroolsSessions(decided.policy, DroolsBases.ofText(decided.policy), false);
            timed = new Timed<>(sessions, decided.handWritten, decided.drawn);
        }
    }

    /** CEL. */
    @State(Scope.Benchmark)
    public static class Cel {
        private Timed<Map<String, Object>> timed;

        @Setup
        public void compare(Decided decided) {
            timed = new Timed<>(new CelPrograms(decided.policy), decided.handWritten, decided.drawn);
        }
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void index(Index index, Blackhole blackhole) {
        index.decideAll(blackhole);
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void handWritten(Code code, Blackhole blackhole) {
        for (Fields task : code.tasks.next()) {
            code.code.decide(task, code.answer);
            blackhole.consume(code.answer.rule);
        }
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void droolsModelHeld(ModelHeld drools, Blackhole blackhole) {
        drools.timed.decideAll(blackhole);
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void droolsInMete(Guarded drools, Blackhole blackhole) {
        drools.decideAll(blackhole);
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void droolsTextHeld(TextHeld drools, Blackhole blackhole) {
        drools.timed.decideAll(blackhole);
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void droolsTextFresh(TextFresh drools, Blackhole blackhole) {
        drools.timed.decideAll(blackhole);
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void cel(Cel cel, Blackhole blackhole) {
        cel.timed.decideAll(blackhole);
    }
}
