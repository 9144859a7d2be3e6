package dev.mete.engine.drools;

import dev.mete.engine.catalog.ThinkingLengths;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.economics.CutOff;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.MissingFigure;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.Worth;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Unit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The most that a figure of a plan may come to, where rules choose among several. Immutable.
 *
 * @param most in the smallest parts of the figure's unit
 */
public record FigureBound(Figure figure, Amount most, Span span) {
    private static final long MICROS_PER_MILLI = 1_000;

    /** Smallest parts of a percentage in a millionth. */
    private static final long PARTS_PER_MILLIONTH = 100;

    /** What is bounded. */
    public enum Figure {
        /** The expected price. */
        COST("cost", Unit.MONEY),
        /** The 95th percentile of the latency. */
        LATENCY("latency", Unit.DURATION),
        /** The probability of a wrong answer. */
        ERRORS("p_error", Unit.PERCENT),
        /** The probability that the answer is cut off; its bound is the same for every task. */
        CUT_OFF("cut_off", Unit.PERCENT);

        private final String word;
        private final Unit unit;

        Figure(String word, Unit unit) {
            this.word = word;
            this.unit = unit;
        }

        /** The figure as the Mete language names it. */
        public String word() {
            return word;
        }

        /** What its bounds are measured in. */
        public Unit unit() {
            return unit;
        }

        /** What the catalog lacks of a plan for this figure to be known. */
        public List<MissingFigure> missing(Worth worth) {
            return switch (this) {
                case COST -> missing(worth, worth.cost(), MissingFigure.PRICES, MissingFigure.THINKING);
                case LATENCY -> missing(worth, worth.slowLatency(), MissingFigure.SPEED, MissingFigure.THINKING);
                case ERRORS -> missing(worth, worth.errors(), MissingFigure.ERRORS);
                case CUT_OFF -> missing(worth, null, MissingFigure.THINKING);
            };
        }

        private static List<MissingFigure> missing(Worth worth, @Nullable Amount known, MissingFigure... parts) {
            return known != null
                    ? List.of()
                    : Stream.of(parts).filter(worth.missing()::contains).toList();
        }
    }

    /** That a plan keeps the bounds; one whose figure is not known keeps any, for the checker to refuse. */
    public static Condition all(List<FigureBound> bounds, PlanIr plan, Worth worth) {
        var parts = bounds.stream()
                .filter(bound -> bound.figure().missing(worth).isEmpty())
                .map(bound -> bound.on(plan, worth))
                .toList();
        return parts.isEmpty()
                ? new Condition.Always(true, plan.span())
                : parts.size() == 1 ? parts.getFirst() : new Condition.And(parts, plan.span());
    }

    private Condition on(PlanIr plan, Worth worth) {
        return switch (figure) {
            case COST -> atMost(Objects.requireNonNull(worth.cost()), scaled(TokenPrices.PER_NANO));
            case LATENCY -> atMost(Objects.requireNonNull(worth.slowLatency()), scaled(MICROS_PER_MILLI));
            case ERRORS -> atMost(new Amount.Times(PARTS_PER_MILLIONTH, Objects.requireNonNull(worth.errors())), most);
            case CUT_OFF -> cutOff(plan);
        };
    }

    private Condition atMost(Amount figure, Amount bound) {
        return new Condition.Compare(Comparison.AT_MOST, figure, bound, 1, span);
    }

    /** The bound in finer parts, held to what a figure can come to, so that nothing overflows. */
    private Amount scaled(long factor) {
        long largest = Long.MAX_VALUE / factor;
        if (most instanceof Amount.Fixed(long number)) {
            return new Amount.Fixed(factor * Math.clamp(number, -1, largest));
        }
        var held = new Amount.Least(List.of(most, new Amount.Fixed(largest)));
        return new Amount.Times(factor, new Amount.Greatest(List.of(held, new Amount.Fixed(-1))));
    }

    private Condition cutOff(PlanIr plan) {
        if (!(most instanceof Amount.Fixed(long parts))) {
            throw new IllegalStateException("a share that depends on the task");
        }
        int share = Math.toIntExact(parts / PARTS_PER_MILLIONTH);
        return share >= ThinkingLengths.CERTAIN
                ? new Condition.Always(true, span)
                : CutOff.atMost(
                        share, plan, slot(StandardFeatures.INPUT_TOKENS), slot(StandardFeatures.OUTPUT_TOKENS), span);
    }

    private static int slot(String feature) {
        return StandardFeatures.all().stream()
                .map(known -> known.name())
                .toList()
                .indexOf(feature);
    }
}
