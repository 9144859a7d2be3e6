package dev.mete.engine.compiled;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.BucketIr;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.RuleIr;
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
    private final Bucket[] buckets;
    private final LineIndex bucketLines;
    private final LineIndex rules;
    private final Finish.Holding limits;
    private final Finish finish;

    IndexedPolicy(PolicyIr policy, String engine) {
        TaskSchema schema = policy.schema();
        this.policy = policy;
        this.evaluator = new Evaluator(policy, engine);
        this.buckets = policy.buckets().stream().map(BucketIr::bucket).toArray(Bucket[]::new);
        this.bucketLines =
                LineIndex.of(policy.buckets().stream().map(BucketIr::when).toList(), schema);
        this.rules = LineIndex.of(policy.rules().stream().map(RuleIr::when).toList(), schema);
        LineIndex limitLines =
                LineIndex.of(policy.limits().stream().map(LimitIr::when).toList(), schema);
        this.limits = (task, bucket, from) -> limitLines.next(task, bucket, from, LineIndex.NONE);
        this.finish = new Finish(policy);
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
        int bucketLine = bucketLines.next(task, Bucket.MAYBE, 0, LineIndex.NONE);
        Bucket bucket = bucketLine == LineIndex.NONE ? Bucket.MAYBE : buckets[bucketLine];
        int line = rules.next(task, bucket, 0, LineIndex.NONE);
        finish.decide(task, bucket, Math.min(line, policy.rules().size()), limits, verdict);
    }

    @Override
    public Explanation explain(Task task) {
        return evaluator.explain(task, decide(task));
    }

    @Override
    public void close() {}
}
