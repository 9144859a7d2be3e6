package dev.mete.engine.sample;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.ErrorRates;
import dev.mete.engine.catalog.Figures;
import dev.mete.engine.catalog.Hosting;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.Speed;
import dev.mete.engine.catalog.ThinkingLengths;
import dev.mete.engine.catalog.TokenPrices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model of which figures are known, step by step: {@code Known.of(model).prices("5", "25").thinks(HIGH, 10_000).model()}. */
public final class Known {
    private final Model model;
    private final Map<Effort, Speed> speeds = new EnumMap<>(Effort.class);
    private final Map<Effort, ThinkingLengths> lengths = new EnumMap<>(Effort.class);
    private final List<ErrorRates.Rate> errors = new ArrayList<>();
    private @Nullable Prices prices;
    private @Nullable Hosting hosting;
    private @Nullable String tier;

    private Known(Model model) {
        this.model = model;
    }

    /** The model, of which nothing is known yet. */
    public static Known of(Model model) {
        return new Known(model);
    }

    /** Dollars per million tokens of input and output. */
    public Known prices(String input, String output) {
        return prices(Prices.of(TokenPrices.of(dollars(input), dollars(output))));
    }

    /** Any prices. */
    public Known prices(Prices prices) {
        this.prices = prices;
        return this;
    }

    /** On GPUs of one's own. */
    public Known hosting(Hosting hosting) {
        this.hosting = hosting;
        return prices(Prices.of(hosting.prices()));
    }

    /** Sent through a service tier. */
    public Known tier(String tier) {
        this.tier = tier;
        return this;
    }

    /** Median and 95th percentile of the first token in milliseconds, which comes before the thinking, and microseconds per token. */
    public Known speed(Effort effort, long first, @Nullable Long slowFirst, long microsPerToken) {
        speeds.put(effort, new Speed(first, slowFirst, microsPerToken, false));
        return this;
    }

    /** The same, with a first token that comes after the thinking. */
    public Known speedAfterThinking(Effort effort, long first, @Nullable Long slowFirst, long microsPerToken) {
        speeds.put(effort, new Speed(first, slowFirst, microsPerToken, true));
        return this;
    }

    /** Always so many tokens of thinking. */
    public Known thinks(Effort effort, long tokens) {
        return thinks(effort, new ThinkingLengths.Point(0, tokens));
    }

    /** Quantiles of thinking. */
    public Known thinks(Effort effort, ThinkingLengths.Point... points) {
        lengths.put(effort, new ThinkingLengths(List.of(points)));
        return this;
    }

    /** Wrong answers in a million, at any task. */
    public Known errs(Effort effort, int perMillion) {
        return errs(effort, null, null, perMillion);
    }

    /** Wrong answers in a million. */
    public Known errs(Effort effort, @Nullable String type, @Nullable String complexity, int perMillion) {
        errors.add(new ErrorRates.Rate(effort, type, complexity, perMillion));
        return this;
    }

    /** The model with its figures. */
    public Model model() {
        return model.with(new Figures(prices, hosting, tier, speeds, lengths, new ErrorRates(errors)));
    }

    /** Dollars per million tokens as pico-dollars per token. */
    public static long dollars(String perMillion) {
        return new BigDecimal(perMillion).movePointRight(6).longValueExact();
    }
}
