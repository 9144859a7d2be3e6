package dev.mete.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.Explanation;
import dev.mete.engine.task.Task;
import dev.mete.prove.search.Budget;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    @Property(tries = 1_000, seed = "20261123")
    void theLinesThatCoverARuleDoSoTogetherAndEachIsNeeded(@ForAll long seed) {
        var tiny = new TinyPolicy(seed);
        String text = tiny.text();
        PolicyIr policy = Shipped.compiled(text);
        var prover = new Prover(policy, Budget.of(Duration.ofMinutes(1)));
        for (int rule = 0; rule < policy.rules().size(); rule++) {
            if (prover.rule(rule) instanceof Reached.Never(var covering)) {
                String as = covering + " cover " + rule + " of\n" + text;
                assertThat(isDecidedBy(tiny, only(text, covering, rule), rule))
                        .as(as)
                        .isFalse();
                for (int needed : covering) {
                    var without =
                            covering.stream().filter(line -> line != needed).toList();
                    assertThat(isDecidedBy(tiny, only(text, without, rule), rule))
                            .as(needed + " of " + as)
                            .isTrue();
                }
            }
        }
    }

    /** The policy with these rules alone, and one behind them. */
    private static PolicyIr only(String text, List<Integer> rules, int last) {
        var names = Stream.concat(rules.stream(), Stream.of(last))
                .map(rule -> "rule \"r" + rule + "\"")
                .toList();
        return Shipped.compiled(text.lines()
                .filter(line -> !line.startsWith("rule") || names.stream().anyMatch(line::startsWith))
                .collect(Collectors.joining("\n")));
    }

    private static boolean isDecidedBy(TinyPolicy tiny, PolicyIr policy, int rule) {
        var evaluator = new Evaluator(policy, NativeEngine.NAME);
        return tiny.tasks(policy).stream()
                .anyMatch(task -> ((Decision) evaluator.decide(task)).rule().equals("r" + rule));
    }

    @Property(tries = 1_000, seed = "20261123")
    void whatFallsThroughIsDescribedAsAPolicyWouldAskForIt(@ForAll long seed) {
        var tiny = new TinyPolicy(seed);
        String text = tiny.text();
        PolicyIr policy = Shipped.compiled(text);
        var found = new Prover(policy, Budget.of(Duration.ofMinutes(1))).fallThrough(8);
        String conditions = found.regions().stream()
                .map(region -> "(" + region.condition().replace("always", "true") + ")")
                .collect(Collectors.joining(" or "));
        PolicyIr fallen = Shipped.compiled(
                text.lines().filter(line -> !line.startsWith("rule")).collect(Collectors.joining("\n"))
                        + "\nlimit cap <= 1 when "
                        + (conditions.isEmpty() ? "false" : conditions)
                        + " because \"falls through\"");
        var evaluator = new Evaluator(policy, NativeEngine.NAME);
        var told = new Evaluator(fallen, NativeEngine.NAME);
        int last = fallen.limits().size() - 1;
        for (Task task : tiny.tasks(policy)) {
            boolean falls = ((Decision) evaluator.decide(task)).rule().equals(Decision.OTHERWISE);
            boolean isTold = told.explain(TinyPolicy.again(task, fallen.schema()))
                    .limits()
                    .get(last)
                    .held();
            String as = conditions + " of\n" + text + task;
            assertThat(isTold).as(as).isEqualTo(falls && (isTold || found.isAll()));
        }
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
                case Reached.Never _ -> assertThat(seen.get(at)).as(as).isFalse();
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
