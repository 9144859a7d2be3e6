package dev.mete.engine.drools.full;

import dev.mete.engine.decision.Fault;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.drools.SharedUse;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.Explanation;
import dev.mete.engine.policy.PolicyInfo;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.ConsequenceException;

/** A policy that runs code of its author, each decision on a thread that can be given up. Whatever the code does, its caller gets an outcome in time. */
final class FullPolicy implements CompiledPolicy {
    private final Shape shape;
    private final Build.Rules rules;
    private final Workers workers;
    private final Duration timeLimit;
    private final SharedUse use;

    FullPolicy(Shape shape, Build.Rules rules, Duration timeLimit) {
        this.shape = shape;
        this.rules = rules;
        this.timeLimit = timeLimit;
        this.workers = new Workers(timeLimit);
        this.use = new SharedUse("the policy `" + shape.info().name() + "`", rules::close);
    }

    @Override
    public PolicyInfo info() {
        return shape.info();
    }

    @Override
    public boolean isDeterministic() {
        return false;
    }

    @Override
    public TaskSchema schema() {
        return shape.schema();
    }

    @Override
    public Outcome decide(Task task) {
        return decided(task).outcome();
    }

    /** The rules that fired; of those that did not, nothing is known. */
    @Override
    public Explanation explain(Task task) {
        var decided = decided(task);
        return new Explanation(
                decided.outcome(), lines(decided, "classify"), lines(decided, "route"), lines(decided, "limit"));
    }

    @Override
    public void close() {
        use.close();
    }

    private record Decided(Outcome outcome, List<String> fired) {}

    private Decided decided(Task task) {
        use.come();
        try {
            var run = new Run(rules.base(), shape);
            var decided = new AtomicReference<@Nullable Decided>();
            return switch (workers.run(() -> decided.set(new Decided(outcome(run, task), run.fired())))) {
                case IN_TIME -> Objects.requireNonNull(decided.get());
                case TOO_LATE -> {
                    run.halt();
                    yield new Decided(tooLate(run), List.of());
                }
                case NOT_BEGUN ->
                    new Decided(
                            new Fault(
                                    null,
                                    "earlier decisions of this policy still run, past their time limit of "
                                            + timeLimit.toMillis() + "ms, so no more are begun"),
                            List.of());
            };
        } finally {
            use.leave();
        }
    }

    private Fault tooLate(Run run) {
        String firing = run.firing();
        String late = " did not end within " + timeLimit.toMillis() + "ms";
        if (firing != null) {
            return new Fault(firing, "it" + late);
        }
        String last = run.firedLast();
        return new Fault(null, "a condition" + (last == null ? "" : ", evaluated after `" + last + "` fired,") + late);
    }

    /** Catches whatever code of authors throws, errors too: a worker has nobody to tell. */
    @SuppressWarnings("CatchThrowable")
    private Outcome outcome(Run run, Task task) {
        try {
            run.run(new dev.mete.engine.drools.fact.Task(task));
            return new Finish(shape, run, task).outcome();
        } catch (Run.Endless _) {
            return new Fault(
                    run.firedLast(), "rules fired " + Run.MOST_FIRINGS + " times without an end, this one last");
        } catch (ConsequenceException e) {
            return fault(run.firing(), e.getCause() == null ? e : e.getCause());
        } catch (Throwable thrown) {
            return fault(run.firing(), thrown);
        }
    }

    private static Fault fault(@Nullable String rule, Throwable thrown) {
        String what = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return new Fault(
                rule,
                (rule == null ? "a condition threw " : "") + thrown.getClass().getSimpleName() + what);
    }

    private List<Explanation.Line> lines(Decided decided, String group) {
        return Stream.of(decided)
                .flatMap(known -> known.fired().stream())
                .filter(rule -> group.equals(Objects.requireNonNullElse(shape.group(rule), "route")))
                .map(rule -> new Explanation.Line(rule, true, null, shape.span(rule)))
                .toList();
    }
}
