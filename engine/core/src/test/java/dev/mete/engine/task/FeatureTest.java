package dev.mete.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "error_cost", "p95", "a1_b2_3"})
    void aNameIsInSnakeCase(String name) {
        assertThat(Feature.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "errorCost", "error-cost", "_a", "a_", "a__b", "1a", "é", "a b"})
    void anythingElseIsNoName(String name) {
        assertThat(Feature.isName(name)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> feature(name, new FeatureType.Flag()));
    }

    @Test
    void theJsonNameCarriesTheUnit() {
        assertThat(feature("cost", FeatureType.Quantity.of(Unit.MONEY)).jsonName())
                .isEqualTo("cost_usd");
        assertThat(feature("wait", FeatureType.Quantity.of(Unit.DURATION)).jsonName())
                .isEqualTo("wait_ms");
        assertThat(feature("share", FeatureType.Quantity.of(Unit.PERCENT)).jsonName())
                .isEqualTo("share_percent");
        assertThat(feature("count", FeatureType.Quantity.of(Unit.TOKENS)).jsonName())
                .isEqualTo("count");
        assertThat(feature("who", new FeatureType.Text()).jsonName()).isEqualTo("who");
    }

    private static Feature feature(String name, FeatureType type) {
        return new Feature(name, type, null, "");
    }
}
