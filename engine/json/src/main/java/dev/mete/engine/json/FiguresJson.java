package dev.mete.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.catalog.Figures;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.TokenPrices;
import java.io.IOException;

/** Writes what a catalog knows at one moment: which one it is, the prices in force, and which figures there are. Stateless, thread-safe. */
public final class FiguresJson {
    /** A price in dollars per million tokens has as many fraction digits as pico-dollars per token. */
    private static final int PER_MILLION = 6;

    private FiguresJson() {}

    /** Writes a field {@code catalog}: the catalog's revision and, where its prices have ever been others, since when they are these. */
    public static void stamp(JsonGenerator out, CatalogStamp catalog) throws IOException {
        out.writeObjectFieldStart("catalog");
        out.writeStringField("revision", catalog.revision());
        if (catalog.pricesSince() != null) {
            out.writeStringField("prices_since", catalog.pricesSince().toString());
        }
        out.writeEndObject();
    }

    /** Writes prices as a field, in dollars per million tokens. */
    public static void prices(JsonGenerator out, String field, Prices prices) throws IOException {
        out.writeObjectFieldStart(field);
        tokens(out, prices.standard());
        if (!prices.above().isEmpty()) {
            out.writeArrayFieldStart("above");
            for (Prices.Tier tier : prices.above()) {
                out.writeStartObject();
                out.writeNumberField("input_tokens", tier.inputTokens());
                tokens(out, tier.prices());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    /** Writes which figures are known as a field {@code known}. */
    public static void known(JsonGenerator out, Figures figures) throws IOException {
        out.writeArrayFieldStart("known");
        word(out, "prices", figures.prices() != null);
        word(out, "speeds", !figures.speeds().isEmpty());
        word(out, "thinking_lengths", !figures.lengths().isEmpty());
        word(out, "errors", !figures.errors().rates().isEmpty());
        out.writeEndArray();
    }

    private static void tokens(JsonGenerator out, TokenPrices prices) throws IOException {
        Figure.write(out, "input", prices.input(), PER_MILLION);
        Figure.write(out, "cached_input", prices.cachedInput(), PER_MILLION);
        Figure.write(out, "cache_write", prices.cacheWrite(), PER_MILLION);
        Figure.write(out, "output", prices.output(), PER_MILLION);
        Figure.write(out, "reasoning", prices.reasoning(), PER_MILLION);
    }

    private static void word(JsonGenerator out, String word, boolean isKnown) throws IOException {
        if (isKnown) {
            out.writeString(word);
        }
    }
}
