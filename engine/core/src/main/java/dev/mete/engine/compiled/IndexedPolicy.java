package dev.mete.engine.compiled;

import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.Explanation;
import dev.mete.engine.policy.PolicyInfo;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;

/**
 * A policy that finds its lines by an index over the features of tasks: it grows far slower than the number of rules, and allocates nothing but an outcome.
 * What it decides is what the {@link Evaluator} decides, which explains it. Immutable, thread-safe.
 */
final class IndexedPolicy implements CompiledPolicy {
    private final PolicyIr policy;
    private final Evaluator evaluator;
    private final Lines lines;
    private final boolean isQuick;

    IndexedPolicy(PolicyIr policy, String engine) {
        this.policy = policy;
        this.evaluator = new Evaluator(policy, engine);
        this.lines = Lines.of(policy);
        this.isQuick = Work.isQuick(policy);
    }

    @Override
    public PolicyInfo info() {
        return evaluator.info();
    }

    @Override
    public TaskSchema schema() {
        return policy.schema();
    }

    @Override
    public Outcome decide(Task task) {
        var verdict = new Verdict();
        decide(task, verdict);
        return verdict.outcome();
    }

    @Override
    public void decide(Task task, Verdict verdict) {
        lines.decide(task, verdict);
    }

    @Override
    public Explanation explain(Task task) {
        return evaluator.explain(task, decide(task));
    }

    @Override
    public boolean isQuick() {
        return isQuick;
    }

    @Override
    public void close() {}
}
