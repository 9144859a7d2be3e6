package dev.mete.engine.eval;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.BucketIr;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.Explanation;
import dev.mete.engine.policy.PolicyInfo;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import java.util.ArrayList;
import java.util.List;

/** Decides by walking the policy from its first line to its last: the meaning of a policy, and the oracle of every faster engine. */
public final class Evaluator implements CompiledPolicy {
    private final PolicyIr policy;
    private final PolicyInfo info;

    /** An evaluator that stands for the named engine in listings. */
    public Evaluator(PolicyIr policy, String engine) {
        this.policy = policy;
        this.info = PolicyInfo.of(policy, engine);
    }

    @Override
    public PolicyInfo info() {
        return info;
    }

    @Override
    public TaskSchema schema() {
        return policy.schema();
    }

    @Override
    public Outcome decide(Task task) {
        Bucket bucket = bucket(task);
        return Decide.finish(policy, task, bucket, rule(task, bucket), holdingLimits(task, bucket));
    }

    @Override
    public Explanation explain(Task task) {
        return explain(task, decide(task));
    }

    /** Says why an outcome came about, whichever engine decided it. */
    @SuppressWarnings("ReferenceEquality") // the very rule that decided, not one that reads the same
    public Explanation explain(Task task, Outcome outcome) {
        Bucket bucket = bucket(task);
        var buckets = new ArrayList<Explanation.Line>();
        var explain = new Explain(task, bucket);
        for (BucketIr line : policy.buckets()) {
            buckets.add(explain.line(line.name(), line.when(), line.span()));
            if (buckets.getLast().held()) {
                break;
            }
        }
        var rules = new ArrayList<Explanation.Line>();
        RuleIr deciding = rule(task, bucket);
        for (RuleIr rule : policy.rules()) {
            rules.add(explain.line(rule.name(), rule.when(), rule.span()));
            if (rule == deciding) {
                break;
            }
        }
        if (deciding == policy.otherwise()) {
            Span span = deciding.span();
            rules.add(new Explanation.Line(deciding.name(), true, null, span));
        }
        var limits = policy.limits().stream()
                .map(limit -> explain.line(limit.name(), limit.when(), limit.span()))
                .toList();
        var candidates = new ExplainChoice(explain, policy.waiting(), task, bucket).of(deciding.choice(), outcome);
        return new Explanation(outcome, buckets, rules, limits, candidates);
    }

    @Override
    public void close() {}

    private Bucket bucket(Task task) {
        for (BucketIr line : policy.buckets()) {
            if (Conditions.holds(line.when(), task, Bucket.MAYBE)) {
                return line.bucket();
            }
        }
        return Bucket.MAYBE;
    }

    private RuleIr rule(Task task, Bucket bucket) {
        for (RuleIr rule : policy.rules()) {
            if (Conditions.holds(rule.when(), task, bucket)) {
                return rule;
            }
        }
        return policy.otherwise();
    }

    private List<LimitIr> holdingLimits(Task task, Bucket bucket) {
        return policy.limits().stream()
                .filter(limit -> Conditions.holds(limit.when(), task, bucket))
                .toList();
    }
}
