package dev.mete.rules;

import static dev.mete.engine.catalog.Effort.HIGH;
import static dev.mete.engine.catalog.Effort.LOW;
import static dev.mete.engine.catalog.Effort.MEDIUM;
import static dev.mete.engine.catalog.Effort.NONE;

import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Catalog;
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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Three models of which every figure is known; the figures are made up. */
final class MoneyCatalog {
    private static final Thinking WORDS = new Thinking(Set.of(LOW, MEDIUM, HIGH), null, true);
    private static final Thinking BUDGET = new Thinking(Set.of(), new Thinking.Budget(1_024, 31_999), true);

    private MoneyCatalog() {}

    static Catalog catalog() {
        return Catalog.of(List.of(quick(), steady(), deep()), "sha256:money");
    }

    private static Model quick() {
        return model("quick", 200_000, WORDS)
                .with(new Figures(
                        new Prices(
                                new TokenPrices(1_000_000, 100_000, 1_250_000, 5_000_000, 5_000_000),
                                List.of(new Prices.Tier(50_000, TokenPrices.of(2_000_000, 7_500_000)))),
                        null,
                        null,
                        Map.of(NONE, new Speed(400, 1_100L, 7_000, false), LOW, new Speed(500, 1_300L, 8_000, false)),
                        Map.of(LOW, lengths(400, 2_500, 6_000)),
                        new ErrorRates(List.of(
                                new Rate(NONE, null, null, 110_000),
                                new Rate(NONE, null, "high", 300_000),
                                new Rate(LOW, null, null, 80_000),
                                new Rate(LOW, "math", null, 60_000)))));
    }

    private static Model steady() {
        return model("steady", 400_000, WORDS)
                .with(new Figures(
                        Prices.of(new TokenPrices(2_500_000, 250_000, 2_500_000, 15_000_000, 12_000_000)),
                        null,
                        null,
                        Map.of(
                                LOW,
                                new Speed(900, null, 12_500, true),
                                MEDIUM,
                                new Speed(4_000, 15_000L, 12_500, true)),
                        Map.of(LOW, lengths(300, 1_800, 4_000), MEDIUM, lengths(1_200, 7_000, 15_000)),
                        new ErrorRates(List.of(
                                new Rate(LOW, null, null, 50_000),
                                new Rate(LOW, null, "high", 140_000),
                                new Rate(MEDIUM, null, null, 35_000),
                                new Rate(MEDIUM, null, "high", 70_000)))));
    }

    private static Model deep() {
        return model("deep", 1_000_000, BUDGET)
                .with(new Figures(
                        Prices.of(new TokenPrices(5_000_000, 500_000, 6_250_000, 25_000_000, 25_000_000)),
                        null,
                        null,
                        Map.of(HIGH, new Speed(1_500, 4_000L, 16_000, false)),
                        Map.of(HIGH, lengths(4_000, 14_000, 26_000)),
                        new ErrorRates(
                                List.of(new Rate(HIGH, null, null, 20_000), new Rate(HIGH, "math", "high", 10_000)))));
    }

    private static Model model(String name, long window, Thinking thinking) {
        return new Model("acme/" + name, "acme", ApiDialect.OPENAI_CHAT, name, window, 64_000, thinking, false);
    }

    /** Half, 95 and 99 of 100 think at most so long. */
    private static ThinkingLengths lengths(long median, long slow, long slowest) {
        return new ThinkingLengths(
                List.of(new Point(500_000, median), new Point(950_000, slow), new Point(990_000, slowest)));
    }
}
