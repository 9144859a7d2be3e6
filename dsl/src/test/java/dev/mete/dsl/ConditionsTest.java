package dev.mete.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.ir.PolicyIr;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What conditions mean, each on both sides of its border. */
final class ConditionsTest {
    @Test
    void amountsCompareExactlyInTheirUnits() {
        var money = Policies.rule("error_cost > $0.05");
        assertThat(Policies.holds(money, "error_cost", "$0.050000001")).isTrue();
        assertThat(Policies.holds(money, "error_cost", "$0.05")).isFalse();

        var time = Policies.rule("1.5m <= latency_tolerance");
        assertThat(Policies.holds(time, "latency_tolerance", "90s")).isTrue();
        assertThat(Policies.holds(time, "latency_tolerance", "89999ms")).isFalse();

        var equal = Policies.rule("attempt = 2 or tools != 0");
        assertThat(Policies.holds(equal, "attempt", 2)).isTrue();
        assertThat(Policies.holds(equal, "tools", 1)).isTrue();
        assertThat(Policies.holds(equal)).isFalse();
    }

    @Test
    void fractionsOfFeaturesAreExact() {
        var third = Policies.rule("0.333333 * cached_tokens > 333_333 - 0.5");
        assertThat(Policies.holds(third, "cached_tokens", 999_999)).isTrue();
        assertThat(Policies.holds(third, "cached_tokens", 999_998)).isFalse();

        var tenth = Policies.rule("0.1 * input_tokens + 0.2 * input_tokens = 0.3 * input_tokens");
        assertThat(Policies.holds(tenth, "input_tokens", 7)).isTrue();

        var share = Policies.rule("10% * error_cost >= $1 + $0.50");
        assertThat(Policies.holds(share, "error_cost", "$15")).isTrue();
        assertThat(Policies.holds(share, "error_cost", "$14.999999999")).isFalse();
    }

    @Test
    void amountsOfAUnitPerCountAreLinear() {
        var policy = Policies.rule("20ms * output_tokens + 1s > latency_tolerance");
        assertThat(Policies.holds(policy, "output_tokens", 51, "latency_tolerance", "2s"))
                .isTrue();
        assertThat(Policies.holds(policy, "output_tokens", 50, "latency_tolerance", "2s"))
                .isFalse();

        var price = Policies.rule("$0.000003 * input_tokens > error_cost");
        assertThat(Policies.holds(price, "input_tokens", 2, "error_cost", "$0.000005999"))
                .isTrue();
        assertThat(Policies.holds(price, "input_tokens", 2, "error_cost", "$0.000006"))
                .isFalse();
    }

    @Test
    void aShareOfAnAmountTakesAPercentageFeature() {
        String features = "features { risk : percent }";
        var policy = Policies.rule("risk * $200 > $50", features);
        assertThat(Policies.holds(policy, "risk", "25.000001%")).isTrue();
        assertThat(Policies.holds(policy, "risk", "25%")).isFalse();

        var doubled = Policies.rule("2 * risk > 50%", features);
        assertThat(Policies.holds(doubled, "risk", "25.000001%")).isTrue();
        assertThat(Policies.holds(doubled, "risk", "25%")).isFalse();
    }

    @Test
    void leastAndGreatestNestAndTakeSigns() {
        var policy = Policies.rule("-2 * min(input_tokens, max(output_tokens, 10)) + 100 > 20");
        assertThat(Policies.holds(policy, "input_tokens", 39, "output_tokens", 500))
                .isTrue();
        assertThat(Policies.holds(policy, "input_tokens", 40, "output_tokens", 500))
                .isFalse();
        assertThat(Policies.holds(policy, "input_tokens", 400, "output_tokens", 5))
                .isTrue();
    }

    @Test
    void orderedValuesCompareByTheirOrder() {
        assertThat(complexities(Policies.rule("complexity >= medium"))).containsExactly(false, true, true);
        assertThat(complexities(Policies.rule("medium > complexity"))).containsExactly(true, false, false);
        assertThat(complexities(Policies.rule("complexity is not high"))).containsExactly(true, true, false);
        assertThat(complexities(Policies.rule("complexity = low"))).containsExactly(true, false, false);
        assertThat(complexities(Policies.rule("complexity not in [low, high]"))).containsExactly(false, true, false);
    }

    @Test
    void closedValuesAreAskedByName() {
        var policy = Policies.rule("type in [sql, math]");
        assertThat(Policies.holds(policy, "type", "math")).isTrue();
        assertThat(Policies.holds(policy, "type", "chat")).isFalse();
    }

    @Test
    void textsAreAskedWithoutPatterns() {
        assertThat(tenants(Policies.rule("tenant = \"acme-eu\""))).containsExactly(true, false, false);
        assertThat(tenants(Policies.rule("tenant != \"acme-eu\""))).containsExactly(false, true, true);
        assertThat(tenants(Policies.rule("tenant starts with \"acme\""))).containsExactly(true, true, false);
        assertThat(tenants(Policies.rule("tenant ends with \"eu\""))).containsExactly(true, false, true);
        assertThat(tenants(Policies.rule("tenant contains \"e-\""))).containsExactly(true, true, true);
        assertThat(tenants(Policies.rule("tenant not in [\"acme-eu\", \"globe-eu\"]")))
                .containsExactly(false, true, false);
    }

    @Test
    void setsAreAskedForMembers() {
        var policy = Policies.rule("\"vip\" in tags and \"test\" not in tags");
        assertThat(Policies.holds(policy, "tags", List.of("vip", "eu"))).isTrue();
        assertThat(Policies.holds(policy, "tags", List.of("vip", "test"))).isFalse();
        assertThat(Policies.holds(policy)).isFalse();
    }

    @Test
    void flagsAreConditionsThemselves() {
        assertThat(Policies.holds(Policies.rule("stream"))).isTrue();
        assertThat(Policies.holds(Policies.rule("not stream"), "stream", false)).isTrue();
        assertThat(Policies.holds(Policies.rule("stream is false"), "stream", false))
                .isTrue();
        assertThat(Policies.holds(Policies.rule("stream is not true"), "stream", false))
                .isTrue();
        assertThat(Policies.holds(Policies.rule("true = stream"), "stream", false))
                .isFalse();
        assertThat(Policies.holds(Policies.rule("false or true"))).isTrue();
    }

    @Test
    void andBindsTighterThanOrAndNotTighterThanBoth() {
        var policy = Policies.rule("not stream or stream and tools > 5");
        assertThat(Policies.holds(policy, "stream", true, "tools", 6)).isTrue();
        assertThat(Policies.holds(policy, "stream", true, "tools", 5)).isFalse();
        assertThat(Policies.holds(policy, "stream", false)).isTrue();
        var grouped = Policies.rule("not (stream or tools > 5)");
        assertThat(Policies.holds(grouped, "stream", false, "tools", 6)).isFalse();
        assertThat(Policies.holds(Policies.rule("not not stream"))).isTrue();
    }

    @Test
    void amountsAreLookedUpInLists() {
        var policy = Policies.rule("attempt in [2, 3]");
        assertThat(Policies.holds(policy, "attempt", 3)).isTrue();
        assertThat(Policies.holds(policy, "attempt", 4)).isFalse();
    }

    @Test
    void letsNameConditionsAndAmountsInAnyOrder() {
        var policy = Policies.rule(
                "costly and not small",
                "let costly = error_cost > threshold",
                "let threshold = 2 * base",
                "let base = $10",
                "let small = input_tokens < 10");
        assertThat(Policies.holds(policy, "error_cost", "$20.01")).isTrue();
        assertThat(Policies.holds(policy, "error_cost", "$20")).isFalse();
        assertThat(Policies.holds(policy, "error_cost", "$21", "input_tokens", 5))
                .isFalse();
    }

    @Test
    void conditionsAskForTheBucket() {
        String buckets = "bucket use when tools > 5\nbucket avoid when tools > 3\nlet thinks = bucket is use";
        var policy = Policies.rule("bucket in [use, maybe] and not thinks", buckets);
        assertThat(Policies.holds(policy, "tools", 3)).isTrue();
        assertThat(Policies.holds(policy, "tools", 4)).isFalse();
        assertThat(Policies.holds(policy, "tools", 6)).isFalse();
    }

    @Test
    void keywordsAreNamesWhereNothingElseCanBeMeant() {
        String lines = """
                features {
                  test : one of rule, policy, best, of = rule
                  limit : number from 0 to 5 = 1
                  from : tokens up to 10
                  to : starts < ends < with = with
                  expected : bool = true
                }
                let let = limit > 2 and test in [policy, best, of]
                """;
        var policy = Policies.rule("let or to < with and from > 5", lines);
        assertThat(Policies.holds(policy, "test", "best", "limit", 3, "from", 0))
                .isTrue();
        assertThat(Policies.holds(policy, "to", "ends", "from", 6)).isTrue();
        assertThat(Policies.holds(policy, "from", 6)).isFalse();
    }

    private static List<Boolean> complexities(PolicyIr policy) {
        return List.of("low", "medium", "high").stream()
                .map(value -> Policies.holds(policy, "complexity", value))
                .toList();
    }

    private static List<Boolean> tenants(PolicyIr policy) {
        return List.of("acme-eu", "acme-us", "globe-eu").stream()
                .map(value -> Policies.holds(policy, "tenant", value))
                .toList();
    }
}
