package dev.mete.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandardFeaturesTest {
    @Test
    void everyDefaultIsAValueOfItsType() {
        for (Feature feature : StandardFeatures.all()) {
            Value value = feature.defaultValue();
            assertThat(value == null || feature.type().takes(value))
                    .as(feature.name())
                    .isTrue();
        }
    }

    @Test
    void whatHasNoDefaultIsWhatOnlyTheCallerKnows() {
        assertThat(StandardFeatures.all())
                .filteredOn(feature -> feature.defaultValue() == null)
                .extracting(Feature::name)
                .containsExactly("type", "error_cost", "latency_tolerance", "input_tokens");
    }

    @Test
    void everyFeatureHasAMeaningAndANameOfItsOwn() {
        assertThat(StandardFeatures.all())
                .extracting(Feature::name)
                .doesNotHaveDuplicates()
                .hasSize(15);
        assertThat(StandardFeatures.all()).extracting(Feature::jsonName).doesNotHaveDuplicates();
        assertThat(StandardFeatures.all()).extracting(Feature::meaning).doesNotContain("");
    }
}
