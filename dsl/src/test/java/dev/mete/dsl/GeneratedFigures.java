package dev.mete.dsl;

import dev.mete.dsl.GeneratedChoice.Facts;
import dev.mete.engine.catalog.ApiDialect;
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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model with figures made at random, and what a call of it comes to, on plain decimals. It thinks evenly from the least to the most tokens.
 *
 * @param dear the prices above {@code longInput} tokens of input; null where there are none
 * @param slowFirst the 95th percentile of the first token; null where it is not known
 */
record GeneratedFigures(
        String alias,
        TokenPrices usual,
        @Nullable TokenPrices dear,
        long longInput,
        long first,
        @Nullable Long slowFirst,
        long microsPerToken,
        boolean thinksFirst,
        long least,
        long most,
        int wrong) {
    static GeneratedFigures random(Random random, String alias) {
        long first = random.nextInt(3_000);
        long least = random.nextInt(1_000);
        return new GeneratedFigures(
                alias,
                prices(random),
                random.nextInt(3) == 0 ? prices(random) : null,
                random.nextInt(21) * 500L,
                first,
                random.nextBoolean() ? first + random.nextInt(3_000) : null,
                1 + random.nextInt(40_000),
                random.nextBoolean(),
                least,
                least + random.nextInt(4_000),
                random.nextInt(200_000));
    }

    /** In pico-dollars, as the catalog counts them. */
    private static TokenPrices prices(Random random) {
        long input = random.nextInt(10_000_000);
        long output = random.nextInt(50_000_000);
        return new TokenPrices(
                input,
                random.nextBoolean() ? input / 10 : input,
                random.nextBoolean() ? input + input / 4 : input,
                output,
                random.nextBoolean() ? output : random.nextInt(50_000_000));
    }

    String model() {
        return "acme/" + alias;
    }

    /** The entry of the catalog. */
    Model entry() {
        var thinking = new Thinking(Set.of(Effort.LOW), null, true);
        var model = new Model(model(), "acme", ApiDialect.OPENAI_CHAT, alias, 1_000_000, 100_000, thinking, false);
        var above = dear == null ? List.<Prices.Tier>of() : List.of(new Prices.Tier(longInput, dear));
        var lengths = List.of(new ThinkingLengths.Point(0, least), new ThinkingLengths.Point(1_000_000, most));
        return model.with(new Figures(
                new Prices(usual, above),
                null,
                null,
                Map.of(Effort.LOW, new Speed(first, slowFirst, microsPerToken, thinksFirst)),
                Map.of(Effort.LOW, new ThinkingLengths(lengths)),
                new ErrorRates(List.of(new ErrorRates.Rate(Effort.LOW, null, null, wrong)))));
    }

    /** The expected price in dollars. */
    BigDecimal cost(Facts facts) {
        TokenPrices price = dear != null && facts.input() > longInput ? dear : usual;
        long cached = Math.min(facts.input(), facts.cached());
        boolean isHere = facts.previous().isEmpty() || facts.previous().equals(model());
        return dollars(facts.input() - cached, price.input())
                .add(dollars(cached, isHere ? price.cachedInput() : price.cacheWrite()))
                .add(dollars(facts.output(), price.output()))
                .add(dollars(mean(), price.reasoning()));
    }

    /** The expected latency in milliseconds. */
    BigDecimal latency(Facts facts) {
        long thought = thinksFirst ? mean() - quantile(50) : mean();
        // the first token comes at its median for half of the calls, at its 95th percentile for one of twenty, and
        // evenly between
        var delay = thinksFirst || slowFirst == null
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(slowFirst - first).multiply(new BigDecimal("0.275"));
        return millis(first, facts.output() + thought).add(delay);
    }

    /** The 95th percentile of the latency in milliseconds. */
    BigDecimal slowLatency(Facts facts) {
        if (slowFirst == null) {
            return millis(first, facts.output() + quantile(95) - (thinksFirst ? quantile(50) : 0));
        }
        return millis(slowFirst, facts.output() + (thinksFirst ? 0 : quantile(95)));
    }

    /** The probability of an error in percentage points. */
    BigDecimal errors() {
        return BigDecimal.valueOf(wrong, 4);
    }

    /** To the nearest token. */
    private long mean() {
        return (least + most + 1) / 2;
    }

    /** Rounded down. */
    private long quantile(int percent) {
        return least + (most - least) * percent / 100;
    }

    private BigDecimal millis(long firstToken, long tokens) {
        return BigDecimal.valueOf(firstToken).add(BigDecimal.valueOf(tokens * microsPerToken, 3));
    }

    private static BigDecimal dollars(long tokens, long pico) {
        return BigDecimal.valueOf(tokens).multiply(BigDecimal.valueOf(pico, 12));
    }
}
