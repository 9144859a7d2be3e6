package dev.mete.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.dsl.GeneratedChoice.Facts;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.PolicySource.Includes;
import dev.mete.engine.task.Task;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Choices made at random take the plan that comes out first by their meaning, which is worked out on its own. */
final class GeneratedChoiceTest {
    private static final int TASKS = 30;

    @Property(tries = 100)
    void theChosenPlanIsTheLeastOfThoseThatQualify(@ForAll long seed) {
        agree(seed);
    }

    @Property(tries = 100, seed = "20261123")
    void theChosenPlanIsTheLeastOfThoseThatQualifyEachTime(@ForAll long seed) {
        agree(seed);
    }

    private static void agree(long seed) {
        var random = new Random(seed);
        var generated = GeneratedChoice.random(random);
        var catalog = Catalog.of(
                generated.candidates().stream().map(GeneratedFigures::entry).toList(), "generated");
        PolicyIr policy = Policies.lowered(Policies.read(generated.text(), Includes.none(), catalog));
        var evaluator = new Evaluator(policy, NativeEngine.NAME);
        for (int i = 0; i < TASKS; i++) {
            Facts facts = Facts.random(random, generated.candidates());
            var decision = (Decision) evaluator.decide(task(policy, facts));
            assertThat(decision.plan().model().id())
                    .as("%s%nfor %s", generated.text(), facts)
                    .isEqualTo(generated.chosen(facts).model());
            assertThat(decision.chosen())
                    .satisfies(chosen -> assertThat(chosen.qualified()).isEqualTo(generated.qualified(facts)));
        }
    }

    private static Task task(PolicyIr policy, Facts facts) {
        return Policies.task(
                policy.schema(),
                "error_cost",
                "$" + facts.errorCost().toPlainString(),
                "latency_tolerance",
                facts.tolerance() + "ms",
                "input_tokens",
                facts.input(),
                "cached_tokens",
                facts.cached(),
                "output_tokens",
                facts.output(),
                "previous_model",
                facts.previous(),
                "stream",
                facts.stream());
    }
}
