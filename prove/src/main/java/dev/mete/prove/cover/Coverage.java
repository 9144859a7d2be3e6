package dev.mete.prove.cover;

import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.BucketIr;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.task.Task;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often tests reach each part of a policy. Immutable.
 *
 * @param hits in the order of the policy
 */
public record Coverage(Map<Goal, Integer> hits) {
    public Coverage {
        hits = Collections.unmodifiableMap(new LinkedHashMap<>(hits));
    }

    /** What tasks reach. They are of the policy's own schema. */
    public static Coverage of(PolicyIr policy, Collection<Task> tasks) {
        var count = new Count(policy);
        tasks.forEach(count::task);
        return new Coverage(count.hits);
    }

    /** What no task reaches. */
    public List<Goal> missing() {
        return hits.entrySet().stream()
                .filter(hit -> hit.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The goals of some kinds. */
    public Part part(Collection<Goal.Kind> kinds) {
        var counts = hits.entrySet().stream()
                .filter(hit -> kinds.contains(hit.getKey().kind()))
                .map(Map.Entry::getValue)
                .toList();
        return new Part(counts.stream().filter(count -> count > 0).count(), counts.size());
    }

    /** All goals. */
    public Part all() {
        return part(List.of(Goal.Kind.values()));
    }

    /** How many of some goals are reached. */
    public record Part(long reached, long all) {
        /** In percent; all of none is everything. */
        public double percent() {
            return all == 0 ? 100 : 100.0 * reached / all;
        }
    }

    /** Counts what tasks reach. */
    private static final class Count {
        private final PolicyIr policy;
        private final Evaluator evaluator;
        private final Map<Goal, Integer> hits = new LinkedHashMap<>();

        Count(PolicyIr policy) {
            this.policy = policy;
            this.evaluator = new Evaluator(policy, NativeEngine.NAME);
            Goals.of(policy).forEach(goal -> hits.put(goal, 0));
        }

        private void hit(Goal goal) {
            hits.merge(goal, 1, Integer::sum);
        }

        private boolean holds(dev.mete.engine.ir.Condition condition, Task task, Bucket bucket) {
            return Sides.holds(condition, task, bucket, (part, holds) -> hit(Goals.side(part, holds)));
        }

        void task(Task task) {
            Bucket bucket = bucket(task);
            RuleIr rule = rule(task, bucket);
            hit(Goals.of(rule));
            Goals.candidates(rule).forEach(candidate -> holds(candidate.where(), task, bucket));
            var outcome = evaluator.decide(task);
            for (LimitIr limit : policy.limits()) {
                boolean isHeld = holds(limit.when(), task, bucket);
                if (isHeld
                        && outcome instanceof Decision decision
                        && decision.limitedBy().contains(limit.name())) {
                    hit(new Goal(Goal.Kind.LIMIT, limit.name(), limit.span()));
                }
            }
            for (PlanIr fallback : rule.fallbacks()) {
                if (outcome instanceof Decision decision && Goals.has(decision, fallback)) {
                    hit(Goals.fallback(fallback));
                }
            }
        }

        private Bucket bucket(Task task) {
            for (BucketIr line : policy.buckets()) {
                if (holds(line.when(), task, Bucket.MAYBE)) {
                    hit(new Goal(Goal.Kind.BUCKET_LINE, line.name(), line.span()));
                    return line.bucket();
                }
            }
            return Bucket.MAYBE;
        }

        private RuleIr rule(Task task, Bucket bucket) {
            return policy.rules().stream()
                    .filter(rule -> holds(rule.when(), task, bucket))
                    .findFirst()
                    .orElse(policy.otherwise());
        }
    }
}
