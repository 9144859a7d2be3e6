package dev.mete.engine.json.imports;

import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Thinking;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a price map says of one entry: a model with what is known of it, or something else. */
sealed interface Found {
    /** What the price map calls the entry. */
    String key();

    /** An entry that no catalog holds, and why. */
    record Other(String key, Reason reason, String detail) implements Found {}

    /** A model; what the file does not say is 0, empty or null. */
    record Model(Identity identity, Limits limits, Thought thought, Figures figures, Notes notes) implements Found {
        @Override
        public String key() {
            return identity.key();
        }
    }

    /**
     * Who a model is.
     *
     * @param provider as catalogs name it
     * @param dialect null where none is known
     * @param names what it is called in requests
     * @param rule tells the names that the file speaks of beside these, which can be those of other models
     */
    record Identity(
            String key,
            String provider,
            String name,
            @Nullable ApiDialect dialect,
            Set<String> names,
            Predicate<String> rule) {
        /** The id in a catalog: in lower case, with a point for each sign that an id cannot have. */
        String id() {
            return provider + "/"
                    + name.toLowerCase(java.util.Locale.ROOT).replace('/', '.').replace('@', '.');
        }
    }

    /** Limits in tokens; 0 where not said. */
    record Limits(long window, long output, long input) {}

    /**
     * How a model thinks.
     *
     * @param note for people: what the file says that a catalog cannot hold
     */
    record Thought(@Nullable Thinking thinking, @Nullable String note) {
        static final Thought NONE = new Thought(null, null);
    }

    /**
     * What changes with time.
     *
     * @param tiers factors of all prices by service tier
     * @param deprecatedOn a day, where one is said
     */
    record Figures(
            List<Price.Period> prices,
            Map<String, BigDecimal> tiers,
            boolean isDeprecated,
            @Nullable String deprecatedOn) {
        static final Figures NONE = new Figures(List.of(), Map.of(), false, null);

        boolean isEmpty() {
            return prices.isEmpty() && tiers.isEmpty() && !isDeprecated && deprecatedOn == null;
        }
    }
}
