package dev.mete.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.fixture.DecisionPart;
import dev.mete.engine.fixture.Expectation;
import dev.mete.engine.fixture.Mismatch;
import dev.mete.engine.fixture.PolicyTest;
import dev.mete.engine.ir.PolicyIr;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases that stand in a policy. */
final class TestBlocksTest {
    private static final String POLICY = Policies.START + """
            features { labels : set of text = [] risk : percent = 0% }
            bucket use when tools > 5
            rule "deep" when bucket is use and "x" in labels and tenant = "acme" and risk >= 2.5%
              then deep, effort high, cap 20_000, timeout 30s
              fallback plain, effort none
            otherwise fast, effort none
            limit effort <= medium when stream because "streams think less"
            """;

    @Test
    void everyFormOfExpectationPasses() {
        var policy = Policies.compiled(POLICY + """
                test "all"
                  given input_tokens 100, tools 6, labels ["x", "y"], tenant "acme", risk 2.5%, stream true,
                        error_cost $0.50, latency_tolerance 20s, complexity high
                  expect refused
                test "expectations"
                  given input_tokens 100, tools 6, labels ["x", "y"], tenant "acme", risk 2.5%
                  expect model deep, model in [fast, deep], model "anthropic/claude-opus-4-8", model is deep,
                    effort medium, effort in [low, medium], effort >= low, effort <= high, effort < high, effort > none,
                    cap 20_000, cap <= 20_000, cap > 19_999, cap in [1, 20_000], thinking >= 1,
                    timeout 30s, timeout <= 30s, timeout in [10s, 30s],
                    bucket use, bucket in [use, maybe], rule "deep", rule in ["deep", "otherwise"],
                    limited_by "streams think less", limited_by ["streams think less"],
                    fallbacks plain, fallbacks [plain], passed_over []
                test "other"
                  given input_tokens 1_000
                  expect rule otherwise, bucket maybe, timeout none, timeout >= 1h, limited_by [], fallbacks []
                test "too long"
                  given input_tokens 2_000_000
                  expect refused
                """);
        assertThat(mismatches(policy, "expectations")).isEmpty();
        assertThat(mismatches(policy, "other")).isEmpty();
        assertThat(mismatches(policy, "too long")).isEmpty();
        assertThat(mismatches(policy, "all"))
                .extracting(Mismatch::expectation)
                .hasOnlyElementsOfType(Expectation.Refused.class);
    }

    @Test
    void whatIsNotMetIsNamed() {
        var policy = Policies.compiled(POLICY + """
                test "wrong"
                  given input_tokens 100
                  expect model deep, effort >= low, bucket use, rule "deep", cap 5, timeout 5s
                """);
        assertThat(mismatches(policy, "wrong")).hasSize(6);
    }

    @Test
    void anExpectationKeepsItsWords() {
        var policy = Policies.compiled(POLICY + "test \"a\" given input_tokens 5 expect cap <= 600, model fast");
        var expected = policy.tests().getFirst().expected();
        assertThat(expected).extracting(e -> e.span().text()).containsExactly("cap <= 600", "model fast");
        assertThat(expected.getFirst())
                .isEqualTo(new Expectation.Between(
                        DecisionPart.TOKEN_CAP,
                        Long.MIN_VALUE,
                        600,
                        expected.getFirst().span()));
    }

    @Test
    void aTestCanGiveANumberUnderItsNameInJson() {
        var policy = Policies.compiled(POLICY
                + "test \"a\" given input_tokens 5, error_cost_usd 50, latency_tolerance_ms 100 expect model fast");
        assertThat(policy.tests()).hasSize(1);
    }

    private static List<Mismatch> mismatches(PolicyIr policy, String name) {
        PolicyTest test = policy.tests().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return test.mismatches(new Evaluator(policy, NativeEngine.NAME).decide(test.given()));
    }
}
