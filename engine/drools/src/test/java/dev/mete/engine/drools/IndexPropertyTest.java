package dev.mete.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.drools.generated.GeneratedPolicies;
import dev.mete.engine.drools.generated.GeneratedTables;
import dev.mete.engine.drools.generated.GeneratedTasks;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.task.Task;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The index, held to the straightforward evaluator on generated policies and tasks: with seeds that stay, and with fresh ones. */
class IndexPropertyTest {
    private static final int TASKS = 300;

    @Property(tries = 400, seed = "20261123", shrinking = ShrinkingMode.OFF)
    void theIndexDecidesAsTheEvaluatorDoes(@ForAll long seed) {
        decideAlike(GeneratedPolicies.of(TestCatalog.catalog(), seed, 12), seed);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void theIndexDecidesFreshPoliciesAsTheEvaluatorDoes(@ForAll long seed) {
        decideAlike(GeneratedPolicies.of(TestCatalog.catalog(), seed, 12), seed);
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void theIndexDecidesLargePoliciesAsTheEvaluatorDoes(@ForAll long seed) {
        decideAlike(GeneratedPolicies.of(TestCatalog.catalog(), seed, 400), seed);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void theIndexDecidesTablesAsTheEvaluatorDoes(@ForAll long seed) {
        decideAlike(GeneratedTables.of(TestCatalog.catalog(), seed, 20), seed);
        decideAlike(GeneratedTables.of(TestCatalog.catalog(), seed, 700), seed);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void whatIsDecidedIsExplained(@ForAll long seed) {
        PolicyIr policy = GeneratedPolicies.of(TestCatalog.catalog(), seed, 12);
        var evaluator = new Evaluator(policy, NativeEngine.NAME);
        try (var index = new NativeEngine().compile(policy)) {
            for (Task task : GeneratedTasks.of(policy.schema(), seed, 50)) {
                assertThat(index.explain(task)).as("%s", task).isEqualTo(evaluator.explain(task));
            }
        }
    }

    private static void decideAlike(PolicyIr policy, long seed) {
        var evaluator = new Evaluator(policy, NativeEngine.NAME);
        var verdict = new Verdict();
        try (var index = new NativeEngine().compile(policy)) {
            for (Task task : GeneratedTasks.of(policy.schema(), seed, TASKS)) {
                var expected = evaluator.decide(task);
                index.decide(task, verdict);
                assertThat(verdict.outcome()).as("%s", task).isEqualTo(expected);
                assertThat(index.decide(task)).isEqualTo(expected);
            }
        }
    }
}
