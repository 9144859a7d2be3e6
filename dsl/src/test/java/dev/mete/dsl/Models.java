package dev.mete.dsl;

import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.ErrorRates;
import dev.mete.engine.catalog.Figures;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.Speed;
import dev.mete.engine.catalog.Thinking;
import dev.mete.engine.catalog.ThinkingLengths;
import dev.mete.engine.catalog.TokenPrices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The models that tests choose from. */
final class Models {
    /** Takes a thinking budget, which can be off. */
    static final Model FAST = new Model(
            "anthropic/claude-haiku-4-5",
            "anthropic",
            ApiDialect.ANTHROPIC_MESSAGES,
            "claude-haiku-4-5",
            200_000,
            64_000,
            new Thinking(Set.of(), new Thinking.Budget(1_024, 63_999), true),
            false);

    /** Takes effort words, among them none. */
    static final Model BALANCED = new Model(
            "openai/gpt-5.5",
            "openai",
            ApiDialect.OPENAI_RESPONSES,
            "gpt-5.5",
            400_000,
            128_000,
            new Thinking(Set.of(Effort.LOW, Effort.MEDIUM, Effort.HIGH, Effort.XHIGH), null, true),
            false);

    /** Takes effort words up to the highest. */
    static final Model DEEP = new Model(
            "anthropic/claude-opus-4-8",
            "anthropic",
            ApiDialect.ANTHROPIC_MESSAGES,
            "claude-opus-4-8",
            1_000_000,
            128_000,
            new Thinking(Set.of(Effort.LOW, Effort.MEDIUM, Effort.HIGH, Effort.XHIGH, Effort.MAX), null, true),
            false);

    /** Does not think. */
    static final Model PLAIN = new Model(
            "openai/gpt-4.1", "openai", ApiDialect.OPENAI_RESPONSES, "gpt-4.1", 1_000_000, 32_000, null, false);

    static final Catalog CATALOG = Catalog.of(List.of(FAST, BALANCED, DEEP, PLAIN), "test");

    /** The same models, of which prices, speeds, lengths and errors are known; PLAIN is unpriced. */
    static final Catalog WEIGHED = Catalog.of(
            List.of(
                    weighed(FAST, "1", "5", 60_000, Map.of(Effort.LOW, 500L)),
                    weighed(BALANCED, "5", "30", 30_000, Map.of(Effort.LOW, 400L, Effort.MEDIUM, 2_000L)),
                    weighed(DEEP, "5", "25", 20_000, Map.of(Effort.LOW, 800L, Effort.HIGH, 10_000L)),
                    PLAIN),
            "weighed");

    private Models() {}

    /** A model that thinks half as long, as long, or twice as long as is said; a token takes 20 ms after a first one of one or two seconds. */
    private static Model weighed(Model model, String input, String output, int errors, Map<Effort, Long> thinks) {
        var speeds = new EnumMap<Effort, Speed>(Effort.class);
        var lengths = new EnumMap<Effort, ThinkingLengths>(Effort.class);
        var rates = new ArrayList<ErrorRates.Rate>();
        speeds.put(Effort.NONE, new Speed(500, 1_000L, 10_000, false));
        rates.add(new ErrorRates.Rate(Effort.NONE, null, null, errors));
        thinks.forEach((effort, tokens) -> {
            speeds.put(effort, new Speed(1_000, 2_000L, 20_000, false));
            lengths.put(
                    effort,
                    new ThinkingLengths(List.of(
                            new ThinkingLengths.Point(0, tokens / 2),
                            new ThinkingLengths.Point(500_000, tokens),
                            new ThinkingLengths.Point(1_000_000, 2 * tokens))));
            rates.add(new ErrorRates.Rate(effort, null, null, errors / (1 + effort.ordinal())));
        });
        var prices = Prices.of(TokenPrices.of(pico(input), pico(output)));
        return model.with(new Figures(prices, null, null, speeds, lengths, new ErrorRates(rates)));
    }

    private static long pico(String dollarsPerMillion) {
        return new BigDecimal(dollarsPerMillion).movePointRight(6).longValueExact();
    }
}
