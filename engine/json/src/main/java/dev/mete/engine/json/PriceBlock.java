package dev.mete.engine.json;

import dev.mete.engine.catalog.Prices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prices as one object of a catalog writes them. Immutable.
 *
 * @param above other prices for long inputs, thresholds ascending; null where they are left out
 */
record PriceBlock(PartialPrices standard, @Nullable List<Above> above) {
    /** Prices of calls with more input than a threshold; a part left out is as below it. */
    record Above(long inputTokens, PartialPrices prices) {}

    /** These prices, and where a part is left out that of the surrounding ones. */
    PriceBlock within(PriceBlock outside) {
        return new PriceBlock(standard.over(outside.standard), above == null ? outside.above : above);
    }

    /** The prices; nothing where input or output has none. */
    Optional<Prices> prices() {
        return standard.prices().map(prices -> {
            var tiers = new ArrayList<Prices.Tier>();
            var below = standard;
            for (Above next : above == null ? List.<Above>of() : above) {
                below = next.prices().over(below);
                tiers.add(new Prices.Tier(next.inputTokens(), below.prices().orElse(prices)));
            }
            return new Prices(prices, tiers);
        });
    }
}
