package dev.mete.engine.drools.generated;

import dev.mete.engine.check.MissingFigures;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.economics.Candidates;
import dev.mete.engine.economics.CutOff;
import dev.mete.engine.economics.Weigh;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.Goal;
import dev.mete.engine.ir.MissingFigure;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.ir.WaitingIr;
import dev.mete.engine.ir.Worth;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Choices among plans, with upper bounds of each figure. The bounds carry the words that they have in DRL as their names. */
final class GeneratedChoices {
    private static final List<Long> PERCENTAGES =
            List.of(0L, 500_000L, 2_000_000L, 5_000_000L, 12_345_600L, 60_000_000L);

    private static final TaskSchema SCHEMA = TaskSchema.of(StandardFeatures.all(), new BitSet());
    private static final int INPUT = SCHEMA.slot(StandardFeatures.INPUT_TOKENS);
    private static final int OUTPUT = SCHEMA.slot(StandardFeatures.OUTPUT_TOKENS);

    private final Draw draw;
    private final GeneratedConditions conditions;
    private final List<WaitingIr> waiting;

    GeneratedChoices(Draw draw, GeneratedConditions conditions, List<WaitingIr> waiting) {
        this.draw = draw;
        this.conditions = conditions;
        this.waiting = waiting;
    }

    /**
     * A bound.
     *
     * @param needs the figures that a plan has to have for it
     */
    private record Bound(Set<MissingFigure> needs, BiFunction<PlanIr, Worth, Condition> of) {}

    /** A choice among those of the plans of which enough is known; nothing where there are none. */
    Optional<ChoiceIr> choice(List<PlanIr> plans) {
        var bounds = bounds();
        Goal goal = draw.chance(0.5) ? Goal.BEST : draw.of(List.of(Goal.values()));
        var needs = EnumSet.copyOf(MissingFigures.needed(goal, !waiting.isEmpty()));
        bounds.forEach(bound -> needs.addAll(bound.needs()));
        var weigh = new Weigh(StandardFeatures.all());
        var known = plans.stream()
                .filter(plan -> weigh.worth(plan).missing().stream().noneMatch(needs::contains))
                .toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new Candidates(StandardFeatures.all(), waiting)
                        .choice(goal, known, (plan, worth) -> all(bounds, plan, worth), Span.NONE));
    }

    /** A sum of money as a bound, from less than any call costs to more. */
    Quantity money() {
        Amount fixed = new Amount.Fixed(draw.cost());
        Amount amount =
                draw.chance(0.6) ? fixed : new Amount.Greatest(List.of(fixed, conditions.exactAmount(Unit.MONEY)));
        return new Quantity(amount, 1, Span.NONE);
    }

    private static Condition all(List<Bound> bounds, PlanIr plan, Worth worth) {
        return new Condition.And(
                bounds.stream().map(bound -> bound.of().apply(plan, worth)).toList(), Span.NONE);
    }

    private List<Bound> bounds() {
        var bounds = new ArrayList<Bound>();
        if (draw.chance(0.25)) {
            bounds.add(cost());
        }
        if (draw.chance(0.25)) {
            bounds.add(latency());
        }
        if (draw.chance(0.2)) {
            bounds.add(errors());
        }
        if (draw.chance(0.2)) {
            bounds.add(cutOff());
        }
        return bounds;
    }

    private Bound cost() {
        Quantity most = money();
        String text = "whereCostAtMostUsd(" + PrintAmount.quantity(most, Unit.MONEY) + ")";
        return new Bound(
                EnumSet.of(MissingFigure.PRICES, MissingFigure.THINKING),
                (_, worth) ->
                        atMost(text, Objects.requireNonNull(worth.cost()), new Amount.Times(1_000, most.numerator())));
    }

    private Bound latency() {
        Amount most =
                draw.chance(0.5) ? new Amount.Fixed(draw.between(0, 60_000)) : conditions.amount(Unit.DURATION, 0);
        String text =
                "whereLatencyAtMostMs(" + PrintAmount.quantity(new Quantity(most, 1, Span.NONE), Unit.DURATION) + ")";
        return new Bound(
                EnumSet.of(MissingFigure.SPEED, MissingFigure.THINKING),
                (_, worth) -> atMost(text, Objects.requireNonNull(worth.slowLatency()), new Amount.Times(1_000, most)));
    }

    private Bound errors() {
        long most = draw.of(PERCENTAGES);
        return new Bound(
                EnumSet.of(MissingFigure.ERRORS),
                (_, worth) -> atMost(
                        "whereErrorAtMostPercent(" + percent(most) + ")",
                        new Amount.Times(100, Objects.requireNonNull(worth.errors())),
                        new Amount.Fixed(most)));
    }

    private Bound cutOff() {
        long most = draw.of(PERCENTAGES);
        return new Bound(EnumSet.of(MissingFigure.THINKING), (plan, _) -> {
            var meaning = CutOff.atMost((int) (most / 100), plan, INPUT, OUTPUT, Span.NONE);
            return new Condition.Named("whereCutOffAtMostPercent(" + percent(most) + ")", meaning, Span.NONE);
        });
    }

    private static Condition atMost(String text, Amount figure, Amount most) {
        var meaning = new Condition.Compare(Comparison.AT_MOST, figure, most, 1, Span.NONE);
        return new Condition.Named(text, meaning, Span.NONE);
    }

    private static String percent(long parts) {
        return Unit.PERCENT.inUnits(parts).stripTrailingZeros().toPlainString();
    }
}
