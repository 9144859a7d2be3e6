package dev.mete.engine.compiled;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.ir.BucketIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The lines of a policy and the way from a task to those that hold. Immutable, thread-safe. */
sealed interface Lines {
    /** Decides a task. */
    void decide(Task task, Verdict verdict);

    /** The lines of a policy: in one index where they are few, else an index for the bucket lines, one for the rules and one for the limits. */
    static Lines of(PolicyIr policy) {
        List<Condition> buckets = policy.buckets().stream().map(BucketIr::when).toList();
        List<Condition> limits = policy.limits().stream().map(LimitIr::when).toList();
        List<Condition> rules = policy.rules().stream().map(RuleIr::when).toList();
        List<Condition> all = new ArrayList<>(buckets);
        all.addAll(limits);
        all.addAll(rules);
        BitRows few = LineIndex.ofFew(all, policy.schema());
        return few != null
                ? new Few(policy, few)
                : new Many(
                        policy,
                        LineIndex.of(buckets, policy.schema()),
                        LineIndex.of(rules, policy.schema()),
                        LineIndex.of(limits, policy.schema()));
    }

    private static Bucket[] buckets(PolicyIr policy) {
        return policy.buckets().stream().map(BucketIr::bucket).toArray(Bucket[]::new);
    }

    /** Bucket lines, then limits, then rules, in one word. */
    final class Few implements Lines {
        private final BitRows lines;
        private final Bucket[] buckets;

        /** The rows of each kind. */
        private final long bucketRows;

        private final long ruleRows;

        /** By limit, the rows of it and of those behind it. */
        private final long[] limitRows;

        private final int firstRule;
        private final int rules;
        private final Finish.Holding limits;
        private final Finish finish;

        Few(PolicyIr policy, BitRows lines) {
            this.lines = lines;
            this.buckets = buckets(policy);
            this.firstRule = buckets.length + policy.limits().size();
            this.rules = policy.rules().size();
            this.bucketRows = lines.rows(0, buckets.length);
            this.limitRows = IntStream.rangeClosed(buckets.length, firstRule)
                    .mapToLong(from -> lines.rows(from, firstRule))
                    .toArray();
            this.ruleRows = lines.rows(firstRule, firstRule + rules);
            this.limits =
                    (task, bucket, known, from) -> lines.first(known & limitRows[from], task, bucket) - buckets.length;
            this.finish = new Finish(policy);
        }

        @Override
        public void decide(Task task, Verdict verdict) {
            long live = lines.live(task, Bucket.MAYBE);
            int bucketLine = lines.first(live & bucketRows, task, Bucket.MAYBE);
            Bucket bucket = bucketLine == LineIndex.NONE ? Bucket.MAYBE : buckets[bucketLine];
            int line = lines.first(live & ruleRows, task, bucket) - firstRule;
            finish.decide(task, bucket, Math.min(line, rules), limits, live & limitRows[0], verdict);
        }
    }

    /** An index for each kind of line. */
    final class Many implements Lines {
        private final Bucket[] buckets;
        private final LineIndex bucketLines;
        private final LineIndex ruleLines;
        private final int rules;
        private final Finish.Holding limits;
        private final Finish finish;

        Many(PolicyIr policy, LineIndex bucketLines, LineIndex ruleLines, LineIndex limitLines) {
            this.buckets = buckets(policy);
            this.bucketLines = bucketLines;
            this.ruleLines = ruleLines;
            this.rules = policy.rules().size();
            this.limits = (task, bucket, _, from) -> limitLines.next(task, bucket, from, LineIndex.NONE);
            this.finish = new Finish(policy);
        }

        @Override
        public void decide(Task task, Verdict verdict) {
            int bucketLine = bucketLines.next(task, Bucket.MAYBE, 0, LineIndex.NONE);
            Bucket bucket = bucketLine == LineIndex.NONE ? Bucket.MAYBE : buckets[bucketLine];
            int line = ruleLines.next(task, bucket, 0, LineIndex.NONE);
            finish.decide(task, bucket, Math.min(line, rules), limits, 0, verdict);
        }
    }
}
