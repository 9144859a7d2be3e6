package dev.mete.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.FeatureType.OneOf;
import dev.mete.engine.task.FeatureType.Quantity;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Unit;
import dev.mete.engine.task.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FeaturesTest {
    private static final PolicyIr POLICY = Policies.rule("true", """
            features {
              tier      : free < pro < enterprise = pro
              region    : one of eu, us
              premium   : bool = false
              score     : number from 0 to 1 = 0.5
              seats     : number up to 1_000
              budget    : money from $0.50 = $2
              grace     : duration from 1s up to 5m = 90s
              share     : percent to 50% = 12.5%
              words     : tokens from 10
              project   : text = "none"
              labels    : set of text = ["a", "b", "a"]
              type      : one of summarization, code_review, architecture_review
              complexity : low < high = low
              sensitivity : internal < restricted
              latency_tolerance = 30s
              input_tokens : tokens up to 200_000
              output_tokens : tokens up to 10_000
            }
            """);

    @Test
    void everyTypeCanBeDeclared() {
        assertFeature("tier", new OneOf(List.of("free", "pro", "enterprise"), true), new Value.Scalar(1));
        assertFeature("region", new OneOf(List.of("eu", "us"), false), null);
        assertFeature("premium", new FeatureType.Flag(), Value.flag(false));
        assertFeature("project", new FeatureType.Text(), new Value.Words("none"));
        assertFeature("labels", new FeatureType.TextSet(), new Value.Members(Set.of("a", "b")));
    }

    @Test
    void boundsAndDefaultsAreExactInSmallestParts() {
        assertFeature("score", new Quantity(Unit.NUMBER, 0, 1_000_000), new Value.Scalar(500_000));
        assertFeature("seats", new Quantity(Unit.NUMBER, Unit.NUMBER.least(), 1_000_000_000), null);
        assertFeature(
                "budget", new Quantity(Unit.MONEY, 500_000_000, Unit.MONEY.most()), new Value.Scalar(2_000_000_000));
        assertFeature("grace", new Quantity(Unit.DURATION, 1_000, 300_000), new Value.Scalar(90_000));
        assertFeature("share", new Quantity(Unit.PERCENT, 0, 50_000_000), new Value.Scalar(12_500_000));
        assertFeature("words", new Quantity(Unit.TOKENS, 10, Unit.TOKENS.most()), null);
    }

    @Test
    void standardFeaturesAreNarrowedInPlace() {
        assertThat(feature("type").type())
                .isEqualTo(new OneOf(List.of("summarization", "code_review", "architecture_review"), false));
        assertFeature("complexity", new OneOf(List.of("low", "high"), true), new Value.Scalar(0));
        assertFeature("sensitivity", new OneOf(List.of("internal", "restricted"), true), new Value.Scalar(0));
        assertFeature("latency_tolerance", Quantity.of(Unit.DURATION), new Value.Scalar(30_000));
        assertFeature("input_tokens", new Quantity(Unit.TOKENS, 0, 200_000), null);
        assertFeature("output_tokens", new Quantity(Unit.TOKENS, 0, 10_000), new Value.Scalar(500));
    }

    @Test
    void standardFeaturesComeFirstAndOwnOnesAsWritten() {
        var names = POLICY.schema().features().stream().map(Feature::name).toList();
        var standard = StandardFeatures.all().stream().map(Feature::name).toList();
        assertThat(names.subList(0, standard.size())).isEqualTo(standard);
        assertThat(names.subList(standard.size(), standard.size() + 3)).containsExactly("tier", "region", "premium");
    }

    @Test
    void aFeatureIsRequiredExactlyWhereThePolicyCanReadItAndItHasNoDefault() {
        var policy = Policies.rule(
                "region is eu and tier is pro", "features {", "region : one of eu, us", "tier : free < pro = pro", "}");
        var schema = policy.schema();
        assertThat(schema.requires(schema.slot("region"))).isTrue();
        assertThat(schema.requires(schema.slot("tier"))).isFalse();
        assertThat(schema.requires(schema.slot("error_cost"))).isFalse();
        assertThat(schema.requires(schema.slot("input_tokens"))).isTrue();
    }

    @Test
    void narrowedValuesKeepTheirMeaning() {
        var policy = Policies.rule("complexity >= medium", "features { complexity : medium < high }");
        assertThat(Policies.holds(policy, "complexity", "medium")).isTrue();
        assertThat(Policies.holds(policy, "complexity", "high")).isTrue();
    }

    private static void assertFeature(String name, FeatureType type, @Nullable Value value) {
        assertThat(feature(name).type()).isEqualTo(type);
        assertThat(feature(name).defaultValue()).isEqualTo(value);
    }

    private static Feature feature(String name) {
        return POLICY.schema().feature(POLICY.schema().slot(name));
    }
}
