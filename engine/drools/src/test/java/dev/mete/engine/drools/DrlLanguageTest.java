package dev.mete.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.drools.network.DroolsEngine;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.PolicyEngine;
import dev.mete.engine.task.Task;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrlLanguageTest {
    private final PolicyIr policy = TestPolicies.read(TestPolicies.resource("support-desk.drl"));

    static PolicyEngine[] engines() {
        return new PolicyEngine[] {new DroolsEngine(), new NativeEngine()};
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aHardProblemGetsThought(PolicyEngine engine) {
        var decision = decide(engine, task("debugging", 80, 30_000, "high"));
        assertThat(decision.bucket()).isEqualTo(Bucket.USE);
        assertThat(decision.rule()).isEqualTo("hard problems deserve thought");
        assertThat(decision.plan().model().id()).isEqualTo("anthropic/claude-opus-4-8");
        assertThat(decision.plan().effort()).isEqualTo(Effort.HIGH);
        assertThat(decision.plan().thinkingTokens()).isEqualTo(10_000);
        assertThat(decision.plan().tokenCap()).isEqualTo(12_000);
        assertThat(decision.plan().timeoutMillis()).isEqualTo(60_000);
        assertThat(decision.fallbacks())
                .singleElement()
                .satisfies(plan -> assertThat(plan.model().id()).isEqualTo("openai/gpt-5.5"));
    }

    private static Decision decide(PolicyEngine engine, Task task) {
        try (var policy = engine.compile(TestPolicies.read(TestPolicies.resource("support-desk.drl")))) {
            return (Decision) policy.decide(task);
        }
    }

    private Task task(String type, int errorCost, int latency, String complexity) {
        return TestPolicies.built(TestPolicies.task(policy.schema())
                .text("type", type)
                .number("error_cost_usd", BigDecimal.valueOf(errorCost))
                .number("latency_tolerance_ms", BigDecimal.valueOf(latency))
                .number("input_tokens", BigDecimal.valueOf(3_000))
                .text("complexity", complexity));
    }
}
