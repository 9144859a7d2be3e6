package dev.mete.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class DecimalsTest {
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    @Property(tries = 5_000)
    void aDenominatorIsTheLeastThatMakesTheDecimalWhole(
            @ForAll("decimals") BigDecimal decimal, @ForAll @IntRange(min = -9, max = 9) int power) {
        BigInteger meant = denominator(decimal.scaleByPowerOfTen(power));
        assertThat(known(() -> Decimals.denominator(decimal, power))).isEqualTo(within(meant));
    }

    @Property(tries = 5_000)
    void aMultipleIsCountedExactlyOrNotAtAll(
            @ForAll("decimals") BigDecimal decimal,
            @ForAll @IntRange(min = -9, max = 9) int power,
            @ForAll @IntRange(min = 1, max = 1_000) int more) {
        BigDecimal shifted = decimal.scaleByPowerOfTen(power);
        BigInteger times = denominator(shifted).multiply(BigInteger.valueOf(more));
        if (times.compareTo(MOST) <= 0) {
            BigInteger meant = shifted.multiply(new BigDecimal(times)).toBigIntegerExact();
            assertThat(known(() -> Decimals.whole(decimal, power, times.longValueExact())))
                    .isEqualTo(within(meant));
        }
    }

    @Test
    void theLowestLongHasNoOppositeAndIsNotCounted() {
        assertThatThrownBy(() -> Decimals.whole(BigDecimal.valueOf(Long.MIN_VALUE), 0, 1))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aCommonMultipleBeyondALongIsNotCounted() {
        assertThat(Decimals.commonMultiple(4, 6)).isEqualTo(12);
        assertThatThrownBy(() -> Decimals.commonMultiple(1L << 62, 3)).isInstanceOf(ArithmeticException.class);
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        var few = Arbitraries.longs().between(-100_000, 100_000).map(BigInteger::valueOf);
        var many = Arbitraries.bigIntegers().between(BigInteger.TEN.pow(25).negate(), BigInteger.TEN.pow(25));
        return Combinators.combine(
                        Arbitraries.oneOf(few, many), Arbitraries.integers().between(-12, 30))
                .as(BigDecimal::new);
    }

    private static BigInteger denominator(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        if (stripped.scale() <= 0) {
            return BigInteger.ONE;
        }
        BigInteger tens = BigInteger.TEN.pow(stripped.scale());
        return tens.divide(tens.gcd(stripped.unscaledValue()));
    }

    private static OptionalLong within(BigInteger number) {
        return number.abs().compareTo(MOST) <= 0 ? OptionalLong.of(number.longValueExact()) : OptionalLong.empty();
    }

    private static OptionalLong known(LongSupplier number) {
        try {
            return OptionalLong.of(number.getAsLong());
        } catch (ArithmeticException beyond) {
            return OptionalLong.empty();
        }
    }
}
