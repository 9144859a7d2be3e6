package dev.mete.dsl.check;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Decimals as fractions of whole numbers, in {@code long} arithmetic: nearly every number of a policy is short enough. What is beyond a {@code long}
 * is an {@link ArithmeticException}.
 */
final class Decimals {
    /** The most digits that are a {@code long} whatever they are. */
    private static final int SHORT = 18;

    private static final long[] TENS = tens();

    private Decimals() {}

    /** The power of ten that a number is. */
    static int power(long ten) {
        int power = 0;
        while (TENS[power] < ten) {
            power++;
        }
        return power;
    }

    /** The least whole number, a multiple of which by the decimal is whole; the decimal is shifted by a power of ten first. */
    static long denominator(BigDecimal decimal, int power) {
        int places = decimal.scale() - power;
        if (places <= 0 || decimal.signum() == 0) {
            return 1;
        }
        if (places <= SHORT && decimal.precision() <= SHORT) {
            return TENS[places] / gcd(TENS[places], unscaled(decimal));
        }
        BigDecimal stripped = decimal.scaleByPowerOfTen(power).stripTrailingZeros();
        BigInteger tens = BigInteger.TEN.pow(Math.max(0, stripped.scale()));
        return tens.divide(tens.gcd(stripped.unscaledValue())).longValueExact();
    }

    /** So many times a decimal, shifted by a power of ten first; the product is whole. */
    static long whole(BigDecimal decimal, int power, long times) {
        long whole = decimal.signum() == 0 ? 0 : exact(decimal, power, times);
        if (whole == Long.MIN_VALUE) {
            throw new ArithmeticException("its opposite is beyond a long");
        }
        return whole;
    }

    private static long exact(BigDecimal decimal, int power, long times) {
        int places = decimal.scale() - power;
        if (Math.abs(places) <= SHORT && decimal.precision() <= SHORT) {
            long unscaled = unscaled(decimal);
            if (places <= 0) {
                return Math.multiplyExact(Math.multiplyExact(unscaled, TENS[-places]), times);
            }
            long common = gcd(TENS[places], unscaled);
            return Math.multiplyExact(unscaled / common, times / (TENS[places] / common));
        }
        return decimal.scaleByPowerOfTen(power)
                .multiply(BigDecimal.valueOf(times))
                .toBigIntegerExact()
                .longValueExact();
    }

    /** The least number that both divide. */
    static long commonMultiple(long a, long b) {
        return Math.multiplyExact(a / gcd(a, b), b);
    }

    private static long unscaled(BigDecimal decimal) {
        return (decimal.scale() == 0 ? decimal : decimal.scaleByPowerOfTen(decimal.scale())).longValueExact();
    }

    private static long gcd(long a, long b) {
        long greater = Math.abs(a);
        long less = Math.abs(b);
        while (less != 0) {
            long rest = greater % less;
            greater = less;
            less = rest;
        }
        return greater;
    }

    private static long[] tens() {
        var tens = new long[SHORT + 1];
        tens[0] = 1;
        for (int power = 1; power <= SHORT; power++) {
            tens[power] = 10 * tens[power - 1];
        }
        return tens;
    }
}
