package dev.mete.engine.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A model on GPUs of one's own: it costs what it occupies. A call occupies one of the sequences that its replica runs at once. Immutable.
 *
 * @param gpuHourNanos price of one GPU for an hour, in nano-dollars
 * @param gpus GPUs of one replica
 * @param sequences calls that one replica runs at once
 * @param microsPerToken time for one token of output
 * @param nanosPerInputToken time for one token of input, in nanoseconds
 */
public record Hosting(long gpuHourNanos, int gpus, int sequences, long microsPerToken, long nanosPerInputToken) {
    private static final long NANOS_PER_HOUR = 3_600_000_000_000L;

    public Hosting {
        if (gpuHourNanos < 0 || gpus < 1 || sequences < 1 || microsPerToken < 1 || nanosPerInputToken < 0) {
            throw new IllegalArgumentException("a replica of " + gpus + " GPUs that runs " + sequences + " sequences");
        }
    }

    /** Whether a token costs no more than any token can; without it there are no {@link #prices}. */
    public boolean isAffordable() {
        return Math.max(price(nanosPerInputToken), price(1_000 * microsPerToken)) <= TokenPrices.MOST;
    }

    /** What the tokens of a call cost by the time for which they occupy the GPUs, each to the nearest pico-dollar. */
    public TokenPrices prices() {
        long input = price(nanosPerInputToken);
        long output = price(1_000 * microsPerToken);
        return new TokenPrices(input, 0, input, output, output);
    }

    /** The time for which a call occupies GPUs, in GPU microseconds. */
    public long gpuMicros(long inputTokens, long outputTokens) {
        return Math.multiplyExact(slotMicros(inputTokens, outputTokens), (long) gpus) / sequences;
    }

    /** For how long a call occupies one of the sequences of a replica, in microseconds. */
    public long slotMicros(long inputTokens, long outputTokens) {
        return inputTokens * nanosPerInputToken / 1_000 + outputTokens * microsPerToken;
    }

    private long price(long nanoseconds) {
        var dollars = new BigDecimal(gpuHourNanos)
                .multiply(BigDecimal.valueOf(TokenPrices.PER_NANO))
                .multiply(BigDecimal.valueOf(gpus))
                .multiply(BigDecimal.valueOf(nanoseconds));
        var share = BigDecimal.valueOf(NANOS_PER_HOUR).multiply(BigDecimal.valueOf(sequences));
        return dollars.divide(share, 0, RoundingMode.HALF_UP).longValueExact();
    }
}
