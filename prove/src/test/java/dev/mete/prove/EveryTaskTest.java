package dev.mete.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.Explanation;
import dev.mete.engine.task.Task;
import dev.mete.prove.search.Budget;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is proved of a policy is what going through all of its tasks shows. */
final class EveryTaskTest {
    @Property(tries = 2_000, seed = "20261123")
    void aLineIsReachedByTheTasksThatTheProofSays(@ForAll long seed) {
        var tiny = new TinyPolicy(seed);
        String text = tiny.text();
        PolicyIr policy = Shipped.compiled(text);
        var evaluator = new Evaluator(policy, NativeEngine.NAME);
        var seen = new Seen(policy);
        for (Task task : tiny.tasks(policy)) {
            seen.add(evaluator.explain(task));
        }
        var prover = new Prover(policy, Budget.of(Duration.ofMinutes(1)));
        check(text, "rule", seen.rules, policy.rules().size() + 1, prover::rule, witness -> {
            var alone = new Seen(policy);
            alone.add(evaluator.explain(witness));
            return alone.rules;
        });
        check(text, "bucket line", seen.bucketLines, policy.buckets().size() + 1, prover::bucketLine, witness -> {
            var alone = new Seen(policy);
            alone.add(evaluator.explain(witness));
            return alone.bucketLines;
        });
        check(text, "limit", seen.limits, policy.limits().size(), prover::limit, witness -> {
            var alone = new Seen(policy);
            alone.add(evaluator.explain(witness));
            return alone.limits;
        });
    }

    private static void check(
            String text,
            String what,
            BitSet seen,
            int count,
            IntFunction<Reached> proved,
            java.util.function.Function<Task, BitSet> shown) {
        for (int at = 0; at < count; at++) {
            String as = what + " " + at + " of\n" + text;
            switch (proved.apply(at)) {
                case Reached.By(Task witness) -> {
                    assertThat(seen.get(at)).as(as).isTrue();
                    assertThat(shown.apply(witness).get(at)).as(as + witness).isTrue();
                }
                case Reached.Never() -> assertThat(seen.get(at)).as(as).isFalse();
                case Reached.NotDecided() -> throw new AssertionError(as);
            }
        }
    }

    /** The lines that tasks came to. */
    private static final class Seen {
        private final PolicyIr policy;
        private final BitSet rules = new BitSet();
        private final BitSet bucketLines = new BitSet();
        private final BitSet limits = new BitSet();

        Seen(PolicyIr policy) {
            this.policy = policy;
        }

        void add(Explanation explanation) {
            rules.set(explanation.rules().size() - 1);
            var buckets = explanation.buckets();
            boolean isFound = !buckets.isEmpty() && buckets.getLast().held();
            bucketLines.set(isFound ? buckets.size() - 1 : policy.buckets().size());
            List<Explanation.Line> lines = explanation.limits();
            for (int limit = 0; limit < lines.size(); limit++) {
                limits.set(limit, limits.get(limit) || lines.get(limit).held());
            }
        }
    }
}
