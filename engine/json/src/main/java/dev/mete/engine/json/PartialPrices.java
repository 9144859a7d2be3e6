package dev.mete.engine.json;

import dev.mete.engine.catalog.TokenPrices;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices of which any can be left out, in pico-dollars per token. Immutable. */
record PartialPrices(
        @Nullable Long input,
        @Nullable Long cachedInput,
        @Nullable Long cacheWrite,
        @Nullable Long output,
        @Nullable Long reasoning) {
    /** The fields that say them. */
    static final List<String> FIELDS = List.of("input", "cached_input", "cache_write", "output", "reasoning");

    /** These prices, and where they are left out those that hold otherwise. */
    PartialPrices over(PartialPrices others) {
        return new PartialPrices(
                either(input, others.input),
                either(cachedInput, others.cachedInput),
                either(cacheWrite, others.cacheWrite),
                either(output, others.output),
                either(reasoning, others.reasoning));
    }

    /**
     * What a token costs: nothing apart for the cache where it is not said, and thinking as output. Nothing at all where input or output has no
     * price.
     */
    Optional<TokenPrices> prices() {
        if (input == null || output == null) {
            return Optional.empty();
        }
        return Optional.of(new TokenPrices(
                input, orElse(cachedInput, input), orElse(cacheWrite, input), output, orElse(reasoning, output)));
    }

    private static @Nullable Long either(@Nullable Long price, @Nullable Long other) {
        return price == null ? other : price;
    }

    private static long orElse(@Nullable Long price, long other) {
        return price == null ? other : price;
    }
}
