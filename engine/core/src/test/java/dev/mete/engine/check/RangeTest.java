package dev.mete.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.sample.Words;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {
    private static final TaskSchema SCHEMA = TaskSchema.of(
            List.of(
                    feature("tokens", new FeatureType.Quantity(Unit.TOKENS, 10, 100)),
                    feature("number", new FeatureType.Quantity(Unit.NUMBER, -5, 7)),
                    feature("tier", new FeatureType.OneOf(List.of("a", "b", "c"), true)),
                    feature("fast", new FeatureType.Flag()),
                    feature("who", new FeatureType.Text())),
            new BitSet());
    private static final Amount TOKENS = new Amount.Slot(0);
    private static final Amount NUMBER = new Amount.Slot(1);

    @Test
    void anAmountGoesAsFarAsItsFeaturesGo() {
        assertThat(Range.of(new Amount.Fixed(3), SCHEMA)).isEqualTo(range(3, 3));
        assertThat(Range.of(TOKENS, SCHEMA)).isEqualTo(range(10, 100));
        assertThat(Range.of(new Amount.Slot(2), SCHEMA)).isEqualTo(range(0, 2));
        assertThat(Range.of(new Amount.Slot(3), SCHEMA)).isEqualTo(range(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Range.of(new Amount.Slot(4), SCHEMA));
    }

    @Test
    void sumsMultiplesAndExtremesGoAsFarAsTheirPartsAllow() {
        assertThat(Range.of(new Amount.Sum(List.of(TOKENS, NUMBER)), SCHEMA)).isEqualTo(range(5, 107));
        assertThat(Range.of(new Amount.Sum(List.of()), SCHEMA)).isEqualTo(range(0, 0));
        assertThat(Range.of(new Amount.Times(3, NUMBER), SCHEMA)).isEqualTo(range(-15, 21));
        assertThat(Range.of(new Amount.Times(-3, NUMBER), SCHEMA)).isEqualTo(range(-21, 15));
        assertThat(Range.of(new Amount.Times(0, NUMBER), SCHEMA)).isEqualTo(range(0, 0));
        assertThat(Range.of(new Amount.Least(List.of(TOKENS, NUMBER)), SCHEMA)).isEqualTo(range(-5, 7));
        assertThat(Range.of(new Amount.Greatest(List.of(TOKENS, NUMBER)), SCHEMA))
                .isEqualTo(range(10, 100));
        assertThat(Range.of(new Amount.Least(List.of(TOKENS, new Amount.Fixed(50))), SCHEMA))
                .isEqualTo(range(10, 50));
    }

    @ParameterizedTest
    @CsvSource({"7, 2, 3", "-7, 2, -4", "-8, 2, -4", "-1, 1000, -1", "1, 1000, 0", "0, 3, 0"})
    void aQuantityIsRoundedDownOnBothSidesOfZero(long number, long divisor, long quotient) {
        assertThat(Range.of(new Quantity(new Amount.Fixed(number), divisor, Words.span("x")), SCHEMA))
                .isEqualTo(range(quotient, quotient));
    }

    @Test
    void aRangeKnowsWhetherItCanBeCounted() {
        var most = new Amount.Fixed(Long.MAX_VALUE);
        var least = new Amount.Fixed(Long.MIN_VALUE);
        assertThat(Range.of(most, SCHEMA).fitsLong()).isTrue();
        assertThat(Range.of(least, SCHEMA).fitsLong()).isTrue();
        assertThat(Range.of(new Amount.Sum(List.of(most, new Amount.Fixed(1))), SCHEMA)
                        .fitsLong())
                .isFalse();
        assertThat(Range.of(new Amount.Times(-1, least), SCHEMA).fitsLong()).isFalse();
    }

    private static Range range(long least, long most) {
        return new Range(BigInteger.valueOf(least), BigInteger.valueOf(most));
    }

    private static Feature feature(String name, FeatureType type) {
        return new Feature(name, type, null, "");
    }
}
