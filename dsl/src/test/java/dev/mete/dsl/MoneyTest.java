package dev.mete.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Chosen;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.fixture.Mismatch;
import dev.mete.engine.ir.PolicyIr;
import org.junit.jupiter.api.Test;

/** Choices among plans, prices and limits on the cost, from text to decision. Tasks have 2,000 tokens of input and an answer of 500. */
class MoneyTest {
    private static final String CANDIDATES = """
              fast,     effort none
              balanced, effort low
              balanced, effort medium
              deep,     effort high
            """;

    @Test
    void theBestDependsOnWhatAnErrorCosts() {
        var policy = Policies.weighed("otherwise best of\n" + CANDIDATES);
        assertThat(chosen(policy, "$0.10")).isEqualTo("claude-haiku-4-5 none");
        assertThat(chosen(policy, "$2")).isEqualTo("gpt-5.5 low");
        assertThat(chosen(policy, "$1_000")).isEqualTo("claude-opus-4-8 high");
        assertThat(policy.schema().requires(policy.schema().slot("error_cost"))).isTrue();
    }

    @Test
    void waitingHasAPriceWhereALineSaysSo() {
        var policy = Policies.weighed("""
                waiting costs $0 per second when attempt > 1
                waiting costs $36 per hour
                otherwise best of
                """ + CANDIDATES);
        assertThat(chosen(policy, "$50")).isEqualTo("gpt-5.5 low");
        assertThat(chosen(policy, "$1000", "attempt", 2)).isEqualTo("claude-opus-4-8 high");
    }

    @Test
    void whereBoundsLatencyCostAndErrors() {
        var policy = Policies.weighed("otherwise best of\n" + CANDIDATES
                + "where latency <= latency_tolerance and cost <= 5% * error_cost and p_error < 7%");
        // deep at high: 2 s and 19,000 tokens of thinking and 500 of answer at 20 ms.
        assertThat(chosen(policy, "$1_000", "latency_tolerance", "392s")).isEqualTo("claude-opus-4-8 high");
        assertThat(chosen(policy, "$1_000", "latency_tolerance", "391s")).isEqualTo("gpt-5.5 medium");
        assertThat(decision(policy, "$1_000", "latency_tolerance", "1s").chosen())
                .isEqualTo(new Chosen("best of", 4, 0));
    }

    @Test
    void whereBoundsHowOftenACapBlows() {
        var policy = Policies.weighed("""
                otherwise cheapest of
                  balanced, effort low,    cap 1_600
                  balanced, effort medium, cap 6_000
                where cut_off <= 10%
                """);
        assertThat(chosen(policy, "$1")).isEqualTo("gpt-5.5 low");
        // One in four thinks more than the 600 tokens that the cap leaves for an answer of 1,000.
        assertThat(chosen(policy, "$1", "output_tokens", 1_000)).isEqualTo("gpt-5.5 medium");
    }

    @Test
    void aPriceIsAnAmountOfMoney() {
        var policy = Policies.weighed("""
                let dear = 2 * price(deep, input_tokens, 0.5 * input_tokens) - $0.01
                rule "dear" when dear > $0.06 then fast, effort none
                otherwise deep, effort low
                """);
        // 2 x (2,000 x $5 + 1,000 x $25) / 1,000,000 - $0.01 = $0.06
        assertThat(decision(policy, "$1").rule()).isEqualTo("otherwise");
        assertThat(Policies.decision(policy, "input_tokens", 2_001).rule()).isEqualTo("dear");
    }

    @Test
    void aPriceComparesWithLargeAmountsOfMoney() {
        var policy = Policies.weighed("""
                rule "pays" when price(deep, input_tokens, 10_000) <= 0.01% * error_cost then deep, effort high
                otherwise fast, effort none
                """);
        assertThat(decision(policy, "$1_000_000_000").rule()).isEqualTo("pays");
        assertThat(decision(policy, "$2_600").rule()).isEqualTo("pays");
        assertThat(decision(policy, "$2_599").rule()).isEqualTo("otherwise");
    }

    @Test
    void aLimitOnTheCostLowersTheCap() {
        var policy = Policies.weighed("""
                otherwise deep, effort high, cap 20_000
                limit cost <= $0.26 when bucket is maybe because "budget"
                """);
        var decision = Policies.decision(policy, "input_tokens", 2_000);
        assertThat(decision.plan().tokenCap()).isEqualTo(10_000);
        assertThat(decision.limitedBy()).containsExactly("budget");
    }

    @Test
    void aTestExpectsMoneyTimeAndProbabilities() {
        var policy = Policies.weighed("""
                otherwise balanced, effort medium, cap 6_000
                test "as expected"
                  given  input_tokens 2_000
                  expect cost <= $0.10, worst_cost = $0.19, latency <= 90s, cut_off <= 1%, p_error < 1%
                test "not as expected"
                  given  input_tokens 2_000
                  expect cost <= $0.01, latency < 1s, p_error >= 50%
                """);
        var evaluator = new Evaluator(policy, NativeEngine.NAME);
        var tests = policy.tests();
        assertThat(tests.getFirst().mismatches(evaluator.decide(tests.getFirst().given())))
                .isEmpty();
        assertThat(tests.getLast().mismatches(evaluator.decide(tests.getLast().given())))
                .extracting(Mismatch::message)
                .containsExactly(
                        "expected cost at most $0.01, got cost $0.0925",
                        "expected latency at most 1s, got latency 88s",
                        "expected p_error at least 50%, got p_error 0.75%");
    }

    @Test
    void anEstimateThatTheCatalogCannotMakeIsAMismatch() {
        var policy = Policies.compiled(Policies.START + """
                otherwise plain, effort none
                test "money"
                  given  input_tokens 2_000
                  expect cost <= $1
                """);
        var test = policy.tests().getFirst();
        var outcome = new Evaluator(policy, NativeEngine.NAME).decide(test.given());
        assertThat(test.mismatches(outcome))
                .extracting(Mismatch::message)
                .containsExactly("expected cost at most $1, got cost unknown to the catalog");
    }

    private static String chosen(PolicyIr policy, String errorCost, Object... more) {
        var plan = decision(policy, errorCost, more).plan();
        return plan.model().name() + " " + plan.effort().word();
    }

    private static Decision decision(PolicyIr policy, String errorCost, Object... more) {
        Object[] task = new Object[more.length + 4];
        task[0] = "error_cost";
        task[1] = errorCost.replace("_", "");
        task[2] = "input_tokens";
        task[3] = 2_000;
        System.arraycopy(more, 0, task, 4, more.length);
        return Policies.decision(policy, task);
    }
}
