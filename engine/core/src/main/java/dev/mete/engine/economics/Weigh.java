package dev.mete.engine.economics;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.ErrorRates;
import dev.mete.engine.catalog.Figures;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.Speed;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.MissingFigure;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.Worth;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.StandardFeatures;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the catalog says of a plan into amounts over the features of a task. The formulas are those of {@link EstimatePlan} without a cap: a
 * price per token times expected tokens, the time to the first token and for each one after it, and the probability of an error.
 */
public final class Weigh {
    /** The probability of an error where no measurement covers the task: the checker sees to it that no task gets here. */
    private static final Amount CERTAIN = new Amount.Fixed(1_000_000);

    private final List<Feature> features;

    /** Over the features of a policy, in the order of their slots. */
    public Weigh(List<Feature> features) {
        this.features = List.copyOf(features);
    }

    /** What the catalog says of a plan. */
    public Worth worth(PlanIr plan) {
        Set<MissingFigure> missing = EnumSet.noneOf(MissingFigure.class);
        Figures figures = plan.model().model().figures();
        Optional<Thinking> thinking = thinking(plan);
        if (thinking.isEmpty()) {
            missing.add(MissingFigure.THINKING);
        }
        if (figures.prices() == null) {
            missing.add(MissingFigure.PRICES);
        }
        Optional<Speed> speed = figures.speed(plan.effort());
        if (speed.isEmpty()) {
            missing.add(MissingFigure.SPEED);
        }
        if (figures.errors().of(plan.effort()).isEmpty()) {
            missing.add(MissingFigure.ERRORS);
        }
        Optional<Pace> pace =
                speed.map(known -> new Pace(known, thinking.orElse(null))).filter(Pace::isKnown);
        Prices prices = figures.prices();
        long mean = thinking.map(Thinking::mean).orElse(0L);
        return new Worth(
                prices == null || thinking.isEmpty() ? null : cost(plan, prices, thinking.get()),
                pace.map(known -> latency(known.mean(mean), known)).orElse(null),
                pace.map(known -> latency(known.slow(0, Long.MAX_VALUE), known)).orElse(null),
                missing.contains(MissingFigure.ERRORS) ? null : errors(plan),
                missing);
    }

    /** How long a plan thinks, where the catalog says it. */
    static Optional<Thinking> thinking(PlanIr plan) {
        return plan.model().model().figures().thinking(plan.effort()).map(known -> new Thinking(known, budget(plan)));
    }

    /**
     * What a call of a model costs for an input and an output of so many tokens; nothing where the model is unpriced.
     *
     * @param parts how many parts of the amounts make one token; the price is in as many parts of a pico-dollar
     */
    public static Optional<Amount> price(Model model, Amount input, Amount output, long parts, Span span) {
        return Optional.ofNullable(model.figures().prices())
                .map(prices -> tiers(
                        prices,
                        input,
                        parts,
                        span,
                        token -> sum(times(token.input(), input), times(token.output(), output))));
    }

    private Amount cost(PlanIr plan, Prices prices, Thinking thinking) {
        Amount input = slot(StandardFeatures.INPUT_TOKENS);
        Amount cached = new Amount.Least(List.of(slot(StandardFeatures.CACHED_TOKENS), input));
        Amount fresh = sum(input, times(-1, cached));
        return tiers(prices, input, 1, plan.span(), token -> {
            Amount output = sum(
                    times(token.output(), slot(StandardFeatures.OUTPUT_TOKENS)),
                    new Amount.Fixed(token.reasoning() * thinking.mean()));
            Amount stays = sum(times(token.input(), fresh), times(token.cachedInput(), cached), output);
            return token.cachedInput() == token.cacheWrite()
                    ? stays
                    : new Amount.Case(
                            List.of(new Amount.Branch(
                                    switches(plan),
                                    sum(times(token.input(), fresh), times(token.cacheWrite(), cached), output))),
                            stays);
        });
    }

    /** Whether the conversation so far went to another model, so that what was cached there is not cached here. */
    private Condition switches(PlanIr plan) {
        Model model = plan.model().model();
        var stays = new HashSet<>(List.of("", model.id(), model.name()));
        return new Condition.Not(
                new Condition.TextAmong(index(StandardFeatures.PREVIOUS_MODEL), stays, plan.span()), plan.span());
    }

    private Amount latency(long microsBefore, Pace pace) {
        return sum(times(pace.microsPerToken(), slot(StandardFeatures.OUTPUT_TOKENS)), new Amount.Fixed(microsBefore));
    }

    private Amount errors(PlanIr plan) {
        var branches = new ArrayList<Amount.Branch>();
        for (ErrorRates.Rate rate : plan.model().model().figures().errors().of(plan.effort())) {
            var parts = new ArrayList<Condition>();
            boolean isPossible = among(StandardFeatures.TYPE, rate.type(), plan.span(), parts)
                    && among(StandardFeatures.COMPLEXITY, rate.complexity(), plan.span(), parts);
            Amount errors = new Amount.Fixed(rate.perMillion());
            if (isPossible && parts.isEmpty()) {
                return branches.isEmpty() ? errors : new Amount.Case(branches, errors);
            }
            if (isPossible) {
                branches.add(new Amount.Branch(new Condition.And(parts, plan.span()), errors));
            }
        }
        return new Amount.Case(branches, CERTAIN);
    }

    /** Asks that a feature has a value; says whether it can have it at all. */
    private boolean among(String feature, @Nullable String value, Span span, List<Condition> parts) {
        if (value == null) {
            return true;
        }
        int slot = index(feature);
        int position =
                features.get(slot).type() instanceof FeatureType.OneOf(var values, var _) ? values.indexOf(value) : -1;
        if (position >= 0) {
            parts.add(new Condition.Among(slot, Set.of(position), span));
        }
        return position >= 0;
    }

    /** A budget that the API holds the thinking to, where every task has the same. */
    private static long budget(PlanIr plan) {
        boolean isHeld = plan.effort() != Effort.NONE && plan.model().model().takesBudget();
        return isHeld && plan.thinking() != null && plan.thinking().numerator() instanceof Amount.Fixed(long tokens)
                ? tokens / plan.thinking().divisor()
                : Thinking.UNBOUNDED;
    }

    private static Amount tiers(
            Prices prices, Amount input, long parts, Span span, Function<TokenPrices, Amount> amount) {
        if (prices.above().isEmpty()) {
            return amount.apply(prices.standard());
        }
        var branches = new ArrayList<Amount.Branch>();
        for (Prices.Tier tier : prices.above().reversed()) {
            var isLong = new Condition.Compare(
                    Comparison.GREATER, input, new Amount.Fixed(parts * tier.inputTokens()), 1, span);
            branches.add(new Amount.Branch(isLong, amount.apply(tier.prices())));
        }
        return new Amount.Case(branches, amount.apply(prices.standard()));
    }

    private Amount slot(String feature) {
        return new Amount.Slot(index(feature));
    }

    private int index(String feature) {
        for (int slot = 0; slot < features.size(); slot++) {
            if (features.get(slot).name().equals(feature)) {
                return slot;
            }
        }
        throw new IllegalStateException("every policy has the feature " + feature);
    }

    private static Amount sum(Amount... terms) {
        return new Amount.Sum(List.of(terms));
    }

    private static Amount times(long factor, Amount amount) {
        return new Amount.Times(factor, amount);
    }
}
