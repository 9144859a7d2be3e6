package dev.mete.engine.catalog;

/**
 * What one token costs, in pico-dollars (10<sup>-12</sup> of a dollar), so that a price in dollars per million tokens with six fraction digits is
 * whole. Immutable.
 *
 * @param input of the prompt
 * @param cachedInput of the prompt where the provider has it cached
 * @param cacheWrite of the prompt where the provider caches it for the next call
 * @param output of the visible answer
 * @param reasoning of hidden thinking, which most providers bill as output
 */
public record TokenPrices(long input, long cachedInput, long cacheWrite, long output, long reasoning) {
    /** The highest price: 10,000 dollars per million tokens. Below it no cost of a call overflows. */
    public static final long MOST = 10_000_000_000L;

    /** Pico-dollars per nano-dollar, the smallest part of {@link dev.mete.engine.task.Unit#MONEY}. */
    public static final long PER_NANO = 1_000;

    public TokenPrices {
        check(input);
        check(cachedInput);
        check(cacheWrite);
        check(output);
        check(reasoning);
    }

    /** Prices without a cache, and with thinking billed as output. */
    public static TokenPrices of(long input, long output) {
        return new TokenPrices(input, input, input, output, output);
    }

    /** The dearer of the two kinds of output. */
    public long dearestOutput() {
        return Math.max(output, reasoning);
    }

    private static void check(long price) {
        if (price < 0 || price > MOST) {
            throw new IllegalArgumentException("a price of " + price + " pico-dollars per token");
        }
    }
}
