package dev.mete.engine.drools;

import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.ErrorRates;
import dev.mete.engine.catalog.ErrorRates.Rate;
import dev.mete.engine.catalog.Figures;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.Speed;
import dev.mete.engine.catalog.Thinking;
import dev.mete.engine.catalog.ThinkingLengths;
import dev.mete.engine.catalog.ThinkingLengths.Point;
import dev.mete.engine.catalog.TokenPrices;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small catalog whose models differ in what they can take and in what is known of them. Its figures are made up. */
public final class TestCatalog {
    private static final Thinking BUDGET = new Thinking(Set.of(), new Thinking.Budget(1_024, 31_999), true);
    private static final Thinking WORDS = new Thinking(Set.of(Effort.LOW, Effort.MEDIUM, Effort.HIGH), null, true);
    private static final Thinking ALWAYS = new Thinking(Set.of(Effort.LOW, Effort.HIGH), null, false);

    /** Pico-dollars per token of a dollar per million tokens. */
    private static final long DOLLAR = 1_000_000;

    private TestCatalog() {}

    public static Catalog catalog() {
        return Catalog.of(
                List.of(
                        known(model("anthropic/claude-haiku-4-5", 200_000, 64_000, BUDGET), cached(1, 5), 40, 80_000),
                        known(model("openai/gpt-5.5", 400_000, 128_000, WORDS), tiers(), 70, 40_000),
                        known(
                                model("anthropic/claude-opus-4-8", 1_000_000, 128_000, BUDGET),
                                cached(5, 25),
                                90,
                                25_000),
                        known(
                                model("xai/grok-code", 256_000, 10_000, ALWAYS),
                                Prices.of(TokenPrices.of(DOLLAR / 5, 3 * DOLLAR / 2)),
                                20,
                                50_000),
                        priced(model("mistral/small", 32_000, 8_000, null)),
                        model("acme/unknown", 32_000, 8_000, null)),
                "sha256:test");
    }

    private static Model model(String id, long window, long output, @Nullable Thinking thinking) {
        String[] parts = id.split("/", 2);
        var api = thinking == null ? ApiDialect.MISTRAL_CHAT : ApiDialect.OPENAI_CHAT;
        return new Model(id, parts[0], api, parts[1], window, output, thinking, false);
    }

    private static Prices cached(long input, long output) {
        var standard = new TokenPrices(
                input * DOLLAR, input * DOLLAR / 10, input * DOLLAR * 5 / 4, output * DOLLAR, output * DOLLAR);
        return Prices.of(standard);
    }

    /** Prices that change where a prompt is longer than those that tasks of the tests often have, and with hidden thinking priced apart. */
    private static Prices tiers() {
        return new Prices(
                new TokenPrices(2 * DOLLAR, DOLLAR, 2 * DOLLAR, 10 * DOLLAR, 12 * DOLLAR),
                List.of(
                        new Prices.Tier(
                                3_000, new TokenPrices(3 * DOLLAR, DOLLAR, 3 * DOLLAR, 15 * DOLLAR, 15 * DOLLAR)),
                        new Prices.Tier(50_000, TokenPrices.of(4 * DOLLAR, 20 * DOLLAR))));
    }

    /** Prices alone: such a model can be the cheapest, not the best. */
    private static Model priced(Model model) {
        return model.with(new Figures(
                Prices.of(TokenPrices.of(DOLLAR / 10, DOLLAR / 3)),
                null,
                null,
                Map.of(),
                Map.of(),
                ErrorRates.UNKNOWN));
    }

    /** Everything: slower, longer and less often wrong with more effort; more often with hard tasks, and with some kinds. */
    private static Model known(Model model, Prices prices, long perSecond, int wrongPerMillion) {
        var speeds = new EnumMap<Effort, Speed>(Effort.class);
        var lengths = new EnumMap<Effort, ThinkingLengths>(Effort.class);
        var errors = new ArrayList<Rate>();
        for (Effort effort : model.efforts()) {
            int level = effort.ordinal();
            Long slowFirst = level % 2 == 0 ? (Long) (900L + 400L * level) : null;
            speeds.put(effort, new Speed(300 + 200L * level, slowFirst, 1_000_000 / perSecond, level > 3));
            if (effort != Effort.NONE) {
                lengths.put(
                        effort,
                        new ThinkingLengths(List.of(
                                new Point(100_000, 100L * level),
                                new Point(500_000, 700L * level),
                                new Point(950_000, 3_000L * level),
                                new Point(1_000_000, 9_000L * level))));
            }
            int wrong = wrongPerMillion / (1 + level);
            errors.add(new Rate(effort, null, null, wrong));
            errors.add(new Rate(effort, null, "high", 3 * wrong));
            errors.add(new Rate(effort, "math", null, 4 * wrong));
            errors.add(new Rate(effort, "math", "low", wrong / 2));
        }
        return model.with(new Figures(prices, null, null, speeds, lengths, new ErrorRates(errors)));
    }
}
