package dev.mete.engine.catalog;

import java.util.List;

/**
 * The prices in force at one moment. Immutable.
 *
 * @param standard what a call costs
 * @param above what the whole call costs instead where its input is longer than a threshold; thresholds ascend
 */
public record Prices(TokenPrices standard, List<Tier> above) {
    /**
     * The prices of calls with long inputs.
     *
     * @param inputTokens the longest input to which they do not apply yet
     */
    public record Tier(long inputTokens, TokenPrices prices) {}

    public Prices {
        above = List.copyOf(above);
        for (int tier = 1; tier < above.size(); tier++) {
            if (above.get(tier).inputTokens() <= above.get(tier - 1).inputTokens()) {
                throw new IllegalArgumentException("thresholds have to ascend");
            }
        }
    }

    /** Prices that do not depend on the length of the input. */
    public static Prices of(TokenPrices standard) {
        return new Prices(standard, List.of());
    }

    /** The prices of a call with an input of this many tokens. */
    public TokenPrices at(long inputTokens) {
        TokenPrices prices = standard;
        for (int tier = 0; tier < above.size() && inputTokens > above.get(tier).inputTokens(); tier++) {
            prices = above.get(tier).prices();
        }
        return prices;
    }
}
