package dev.mete.prove.plan;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.Speed;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Space;
import dev.mete.prove.space.Translate;
import dev.mete.prove.space.Whole;
import java.util.Set;
import java.util.function.Function;

/** The figures of a task that a plan is fitted by, as numbers over all tasks; what fits a plan for one task says where each comes from. */
final class Figures {
    private static final long MICROS_PER_MILLI = 1_000;

    private final Space space;
    private final Translate translate;
    private final Whole input;
    private final Whole answer;
    private final Whole cached;

    Figures(Space space, Translate translate) {
        this.space = space;
        this.translate = translate;
        this.input = value(StandardFeatures.INPUT_TOKENS);
        this.answer = Whole.greatest(Whole.of(1), value(StandardFeatures.OUTPUT_TOKENS));
        this.cached = Whole.least(input, value(StandardFeatures.CACHED_TOKENS));
    }

    Whole value(String feature) {
        return new Whole.Value(space.axis(space.schema().slot(feature)));
    }

    /** The prompt, in tokens. */
    Whole input() {
        return input;
    }

    /** The answer that is expected, in tokens, at least one. */
    Whole answer() {
        return answer;
    }

    /** What a prompt costs in pico-dollars. */
    Whole inputCost(TokenPrices prices, Model model) {
        var schema = space.schema();
        Formula stays =
                translate.texts(schema.slot(StandardFeatures.PREVIOUS_MODEL), Set.of("", model.id(), model.name()));
        Whole kept = Whole.where(
                stays,
                space.not(stays),
                Whole.times(prices.cachedInput(), cached),
                Whole.times(prices.cacheWrite(), cached));
        return Whole.sum(Whole.times(prices.input(), Whole.sum(input, Whole.minus(cached))), kept);
    }

    /** A number that depends on the prices of a call, which depend on the length of its prompt. */
    Whole byTier(Prices prices, Function<TokenPrices, Whole> of) {
        Whole number = of.apply(prices.standard());
        for (Prices.Tier tier : prices.above()) {
            Formula above = translate.compare(
                    Comparison.GREATER,
                    new Amount.Slot(space.schema().slot(StandardFeatures.INPUT_TOKENS)),
                    new Amount.Fixed(tier.inputTokens()));
            number = Whole.where(above, space.not(above), of.apply(tier.prices()), number);
        }
        return number;
    }

    /** The tokens that a model can give within the latency tolerance, of which the usual thinking may be part already. */
    Whole withinDeadline(Speed speed, Whole usual, long marginMillis) {
        boolean isAfter = speed.thinksBeforeFirstToken();
        Long slow = speed.slowFirstTokenMillis();
        long first = isAfter || slow == null ? speed.firstTokenMillis() : slow;
        Whole left = Whole.sum(value(StandardFeatures.LATENCY_TOLERANCE), Whole.of(-first - marginMillis));
        Whole tokens = Whole.floor(Whole.times(MICROS_PER_MILLI, left), speed.microsPerToken());
        Formula isLate = translate.compare(Comparison.LESS, left, Whole.of(0));
        return Whole.where(isLate, space.not(isLate), Whole.of(0), isAfter ? Whole.sum(tokens, usual) : tokens);
    }
}
