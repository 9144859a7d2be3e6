package dev.mete.prove.space;

import java.math.BigInteger;

/** The least and the greatest that a number can be; may be wider than what can be reached, never narrower. */
public record Bounds(BigInteger least, BigInteger greatest) {
    static Bounds of(long least, long greatest) {
        return new Bounds(BigInteger.valueOf(least), BigInteger.valueOf(greatest));
    }

    Bounds plus(Bounds other) {
        return new Bounds(least.add(other.least), greatest.add(other.greatest));
    }

    Bounds times(BigInteger factor) {
        var one = least.multiply(factor);
        var other = greatest.multiply(factor);
        return new Bounds(one.min(other), one.max(other));
    }

    Bounds least(Bounds other) {
        return new Bounds(least.min(other.least), greatest.min(other.greatest));
    }

    Bounds greatest(Bounds other) {
        return new Bounds(least.max(other.least), greatest.max(other.greatest));
    }

    Bounds either(Bounds other) {
        return new Bounds(least.min(other.least), greatest.max(other.greatest));
    }

    Bounds over(BigInteger divisor) {
        return new Bounds(floor(least, divisor), floor(greatest, divisor));
    }

    private static BigInteger floor(BigInteger number, BigInteger divisor) {
        var parts = number.divideAndRemainder(divisor);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
