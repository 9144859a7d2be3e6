package dev.mete.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PolicyIr;
import org.junit.jupiter.api.Test;

/** What plans, fallbacks and limits come to. */
final class PlansTest {
    @Test
    void settingsStandInAnyOrder() {
        var plan = plan(policy("otherwise deep, timeout 90s, cap 20_000, thinking 8_000, effort high"));
        assertThat(plan).isEqualTo(new Plan(Models.DEEP, Effort.HIGH, 20_000, 8_000, 90_000));
    }

    @Test
    void capThinkingAndTimeoutCanBeWorkedOut() {
        var policy = policy("""
                otherwise deep, effort low, cap 2.5 * output_tokens + 4_000, thinking max(1_024, 0.1 * input_tokens),
                  timeout min(1m, 5s + 20ms * output_tokens)
                """);
        assertThat(plan(policy, "output_tokens", 333, "input_tokens", 20_009))
                // 2.5 * 333 + 4,000 = 4,832.5 and 0.1 * 20,009 = 2,000.9 are rounded down.
                .isEqualTo(new Plan(Models.DEEP, Effort.LOW, 4_832, 2_000, 11_660));
    }

    @Test
    void anAttemptCountsTokensWhenItIsMultiplied() {
        var policy = policy("let per_attempt = 1_000\notherwise plain, effort none, cap per_attempt * attempt + 500");
        assertThat(plan(policy, "attempt", 3).tokenCap()).isEqualTo(3_500);
    }

    @Test
    void fallbacksAreChainedInOrder() {
        var decision = Policies.decision(policy(
                "otherwise deep, effort high fallback balanced, effort low, cap 5_000 fallback plain, effort none"));
        assertThat(decision.fallbacks()).extracting(Plan::model).containsExactly(Models.BALANCED, Models.PLAIN);
        assertThat(decision.fallbacks().getFirst().tokenCap()).isEqualTo(5_000);
    }

    @Test
    void limitsLowerWhereTheyHold() {
        var policy = policy("""
                otherwise deep, effort high, cap 30_000, timeout 60s
                limit effort   <= medium                                   because "no more than medium"
                limit cap      <= 5_000 + 2 * output_tokens when tools > 2 because "tools are expensive"
                limit thinking <= 3_000
                limit timeout  <= 0.5 * latency_tolerance when latency_tolerance < 1h
                """);
        var lowered = Policies.decision(policy, "tools", 3, "latency_tolerance", "10s");
        assertThat(lowered.plan()).isEqualTo(new Plan(Models.DEEP, Effort.MEDIUM, 6_000, 3_000, 5_000));
        assertThat(lowered.limitedBy())
                .containsExactlyInAnyOrder(
                        "no more than medium",
                        "tools are expensive",
                        "limit thinking <= 3_000",
                        "limit timeout <= 0.5 * latency_tolerance when latency_tolerance < 1h");
        var untouched = Policies.decision(policy, "latency_tolerance", "2h");
        assertThat(untouched.plan().tokenCap()).isEqualTo(30_000);
    }

    @Test
    void aLimitWithoutAReasonIsCalledByItsWords() {
        var policy = policy("""
                otherwise plain, effort none
                limit cap <= 500   # of course
                  when tenant = "a # b"
                """);
        assertThat(policy.limits())
                .extracting(LimitIr::name)
                .containsExactly("limit cap <= 500 when tenant = \"a # b\"");
    }

    @Test
    void whereNoRuleHoldsOtherwiseDecides() {
        assertThat(Policies.decision(policy("otherwise plain, effort none")).rule())
                .isEqualTo(Decision.OTHERWISE);
    }

    @Test
    void theFirstRuleThatHoldsDecides() {
        var policy = policy("""
                rule "a" when tools > 2 then fast, effort none
                rule "b" when tools > 1 then deep, effort none
                otherwise plain, effort none
                """);
        assertThat(Policies.decision(policy, "tools", 3).rule()).isEqualTo("a");
        assertThat(Policies.decision(policy, "tools", 2).rule()).isEqualTo("b");
    }

    private static PolicyIr policy(String lines) {
        return Policies.compiled(Policies.START + lines);
    }

    private static Plan plan(PolicyIr policy, Object... task) {
        return Policies.decision(policy, task).plan();
    }
}
