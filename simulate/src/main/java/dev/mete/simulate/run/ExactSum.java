package dev.mete.simulate.run;

import java.math.BigInteger;

/** A sum of 128 bits, which no traffic overflows. Not thread-safe. */
public final class ExactSum {
    private long high;
    private long low;

    /** Adds a value as often as given. */
    public void add(long value, long times) {
        long product = value * times;
        long sum = low + product;
        high += Math.multiplyHigh(value, times) + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
    }

    /** Adds another sum. */
    public void add(ExactSum other) {
        long sum = low + other.low;
        high += other.high + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
    }

    /** The sum so far. */
    public BigInteger value() {
        BigInteger lower = BigInteger.valueOf(low);
        return BigInteger.valueOf(high).shiftLeft(64).add(low < 0 ? lower.add(BigInteger.ONE.shiftLeft(64)) : lower);
    }
}
