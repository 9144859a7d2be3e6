package dev.mete.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskSchemaTest {
    private static final Feature COST = new Feature("cost", FeatureType.Quantity.of(Unit.MONEY), null, "");
    private static final Feature FAST = new Feature("fast", new FeatureType.Flag(), Value.flag(true), "");
    private static final Feature WHO = new Feature("who", new FeatureType.Text(), null, "");

    @Test
    void aSlotIsThePlaceOfItsFeature() {
        var schema = TaskSchema.of(List.of(COST, FAST, WHO), new BitSet());
        assertThat(schema.size()).isEqualTo(3);
        assertThat(schema.slot("fast")).isEqualTo(1);
        assertThat(schema.feature(1)).isEqualTo(FAST);
        assertThat(schema.slot("slow")).isEqualTo(-1);
        assertThat(schema.slot("cost_usd")).isEqualTo(-1);
    }

    @Test
    void aFeatureIsRequiredWhereItIsReadAndHasNoDefault() {
        var read = new BitSet();
        read.set(0, 2);
        var schema = TaskSchema.of(List.of(COST, FAST, WHO), read);
        read.set(2);
        assertThat(schema.requires(0)).isTrue();
        assertThat(schema.reads(1)).isTrue();
        assertThat(schema.requires(1)).isFalse();
        assertThat(schema.reads(2)).as("the schema keeps its own copy").isFalse();
        assertThat(schema.requires(2)).isFalse();
    }

    @Test
    void twoFeaturesCannotShareAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> TaskSchema.of(List.of(COST, COST), new BitSet()));
    }
}
