package dev.mete.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.dsl.GeneratedPolicy.Facts;
import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.task.Task;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Policies made at random decide as their meaning says, which is worked out on its own. */
final class GeneratedPolicyTest {
    private static final int TASKS = 40;

    @Property(tries = 200)
    void textDecidesAsItsMeaning(@ForAll long seed) {
        agree(seed);
    }

    @Property(tries = 200, seed = "20261122")
    void textDecidesAsItsMeaningOnTheSamePoliciesEachTime(@ForAll long seed) {
        agree(seed);
    }

    @Property(tries = 100)
    void theTextThatATreePrintsDecidesTheSame(@ForAll long seed) {
        var random = new Random(seed);
        var generated = GeneratedPolicy.random(random);
        String printed = PolicyText.of(PolicyText.parse(generated.text()));
        assertThat(PolicyText.of(PolicyText.parse(printed))).isEqualTo(printed);
        assertAgreement(generated, Policies.compiled(printed), random);
    }

    private static void agree(long seed) {
        var random = new Random(seed);
        var generated = GeneratedPolicy.random(random);
        assertAgreement(generated, Policies.compiled(generated.text()), random);
    }

    private static void assertAgreement(GeneratedPolicy generated, PolicyIr policy, Random random) {
        var evaluator = new Evaluator(policy, NativeEngine.NAME);
        for (int i = 0; i < TASKS; i++) {
            Facts facts = Facts.random(random);
            var decision = (Decision) evaluator.decide(task(policy, facts));
            assertThat(decision.bucket().word()).isEqualTo(generated.bucket(facts));
            assertThat(decision.rule()).isEqualTo(generated.rule(facts));
            assertThat(decision.plan().tokenCap()).isEqualTo(generated.cap(facts));
        }
    }

    private static Task task(PolicyIr policy, Facts facts) {
        return Policies.task(
                policy.schema(),
                "error_cost",
                "$" + facts.cost().toPlainString(),
                "latency_tolerance",
                facts.latency() + "ms",
                "input_tokens",
                facts.input(),
                "output_tokens",
                facts.output(),
                "score",
                facts.score(),
                "risk",
                facts.risk().toPlainString() + "%",
                "tier",
                new String[] {"free", "pro", "enterprise"}[facts.tier()],
                "region",
                new String[] {"eu", "us", "asia"}[facts.region()],
                "stream",
                facts.stream(),
                "tenant",
                facts.tenant(),
                "tags",
                facts.tags());
    }
}
