package dev.mete.engine.json.imports;

import java.util.Map;

/** Reads one model of genai-prices. Immutable. */
final class ReadGenaiPrices {
    private final Providers providers;

    ReadGenaiPrices(Providers providers) {
        this.providers = providers;
    }

    Found read(String provider, Given.Fields fields) {
        var entry = new Entry(fields, new Notes());
        String name = entry.text("id").orElse("");
        String key = provider + "/" + name;
        if (name.isEmpty()) {
            return new Found.Other(key, Reason.BAD_NAME, "no id");
        }
        Given rule = entry.take("match").orElse(null);
        // for people, and where to read on
        entry.drop("name", "description", "price_comments", "pricing_urls");
        var prices = new ReadGenaiPeriods(entry).read();
        return new Found.Model(
                new Found.Identity(
                        key,
                        providers.name(provider),
                        name,
                        providers.dialect(provider, name).orElse(null),
                        NameRules.names(rule, name),
                        NameRules.of(rule)),
                new Found.Limits(entry.tokens("context_window"), 0, 0),
                Found.Thought.NONE,
                new Found.Figures(prices, Map.of(), entry.isTrue("deprecated"), null),
                entry.notes());
    }
}
