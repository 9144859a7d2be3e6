package dev.mete.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.EnsureIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.PolicySource.Includes;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sample policy of the language, decided by hand and by the engine. */
final class CodingAssistantTest {
    private static final PolicyIr POLICY = Policies.compiled(Policies.resource("coding-assistant.mete"));

    @Test
    void theSampleCompiles() {
        assertThat(POLICY.name()).isEqualTo("coding-assistant");
        assertThat(POLICY.rules()).hasSize(3);
        assertThat(POLICY.limits()).hasSize(2);
        assertThat(POLICY.tests()).hasSize(1);
    }

    @Test
    void itsOwnTestsPass() {
        var evaluator = new Evaluator(POLICY, NativeEngine.NAME);
        assertThat(POLICY.tests())
                .allSatisfy(test -> assertThat(test.mismatches(evaluator.decide(test.given())))
                        .isEmpty());
    }

    @Test
    void theWholeSampleIsReadWithItsClaims() {
        var guardrails = Source.of("guardrails.mete", "limit effort <= high when tools > 5\n");
        var read = Policies.read(
                Policies.resource("coding-assistant-whole.mete"),
                Includes.of(Map.of("guardrails.mete", guardrails)),
                Models.WEIGHED);
        assertThat(Policies.lowered(read).ensures())
                .extracting(EnsureIr::name)
                .containsExactly(
                        "summaries gain nothing from thinking",
                        "ensure effort >= medium when error_cost >= $1_000 and latency_tolerance >= 20s and not routine");
    }

    @Test
    void aSummaryNeverThinks() {
        var decision = Policies.decision(
                POLICY, "type", "summarization", "error_cost", "$1", "latency_tolerance", "5s", "input_tokens", 3_000);
        assertDecision(decision, Bucket.AVOID, "quick answers stay cheap", Models.FAST, Effort.NONE, 600);
    }

    @Test
    void aHardCostlyTaskGetsTheDeepModelAndAFallback() {
        var decision = Policies.decision(
                POLICY, "type", "debugging", "complexity", "high", "error_cost", "$50", "latency_tolerance", "20s");
        assertDecision(decision, Bucket.USE, "hard problems deserve thought", Models.DEEP, Effort.HIGH, 12_000);
        assertThat(decision.plan().thinkingTokens()).isEqualTo(10_000);
        assertThat(decision.plan().timeoutMillis()).isEqualTo(60_000);
        assertThat(decision.fallbacks()).singleElement().satisfies(plan -> {
            assertThat(plan.model()).isEqualTo(Models.BALANCED);
            assertThat(plan.effort()).isEqualTo(Effort.MEDIUM);
        });
    }

    @Test
    void justBelowAThresholdTheBucketIsAnother() {
        assertThat(bucket("$49.999999999", "20s")).isEqualTo(Bucket.MAYBE);
        assertThat(bucket("$50", "19999ms")).isEqualTo(Bucket.MAYBE);
        assertThat(bucket("$50", "20s")).isEqualTo(Bucket.USE);
    }

    @Test
    void aComputedCapGrowsWithTheAnswerUpToItsBound() {
        assertThat(capOfACostlyTask(500)).isEqualTo(2 * 500 + 6_000);
        assertThat(capOfACostlyTask(7_000)).isEqualTo(20_000);
    }

    @Test
    void aFreeCustomerIsLimited() {
        var decision = Policies.decision(
                POLICY,
                "type",
                "code_review",
                "customer_tier",
                "free",
                "error_cost",
                "$1",
                "latency_tolerance",
                "2s",
                "output_tokens",
                300);
        assertThat(decision.rule()).isEqualTo(Decision.OTHERWISE);
        // A cap of 1,000 less an answer of 300 is below the least useful thinking of `low`, 1,024: thinking stops.
        assertThat(decision.plan().effort()).isEqualTo(Effort.NONE);
        assertThat(decision.plan().tokenCap()).isEqualTo(1_000);
        assertThat(decision.limitedBy()).contains("free tier budget");
    }

    private static Bucket bucket(String errorCost, String latency) {
        return Policies.decision(POLICY, "type", "debugging", "error_cost", errorCost, "latency_tolerance", latency)
                .bucket();
    }

    private static long capOfACostlyTask(int answer) {
        return Policies.decision(
                        POLICY,
                        "type",
                        "debugging",
                        "error_cost",
                        "$80",
                        "latency_tolerance",
                        "1m",
                        "output_tokens",
                        answer)
                .plan()
                .tokenCap();
    }

    private static void assertDecision(
            Decision decision, Bucket bucket, String rule, Model model, Effort effort, long cap) {
        assertThat(decision.bucket()).isEqualTo(bucket);
        assertThat(decision.rule()).isEqualTo(rule);
        assertThat(decision.plan().model()).isEqualTo(model);
        assertThat(decision.plan().effort()).isEqualTo(effort);
        assertThat(decision.plan().tokenCap()).isEqualTo(cap);
        assertThat(decision.limitedBy()).isEmpty();
    }
}
