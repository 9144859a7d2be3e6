package dev.mete.engine.ir;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    @ParameterizedTest
    @CsvSource({
        "=, false, true, false",
        "!=, true, false, true",
        "<, true, false, false",
        "<=, true, true, false",
        ">, false, false, true",
        ">=, false, true, true",
    })
    void aSignSaysForWhichOrderItHolds(String sign, boolean below, boolean same, boolean above) {
        for (Comparison comparison : Comparison.values()) {
            if (comparison.sign().equals(sign)) {
                assertThat(comparison.holds(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(below);
                assertThat(comparison.holds(7, 7)).isEqualTo(same);
                assertThat(comparison.holds(8, 7)).isEqualTo(above);
            }
        }
    }

    @Property(tries = 200)
    void theNegationHoldsExactlyWhereItDoesNot(
            @ForAll Comparison comparison,
            @ForAll @LongRange(min = -3, max = 3) long left,
            @ForAll @LongRange(min = -3, max = 3) long right) {
        assertThat(comparison.negated().holds(left, right)).isNotEqualTo(comparison.holds(left, right));
        assertThat(comparison.negated().negated()).isEqualTo(comparison);
    }
}
