package dev.mete.dsl.check;

import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.MissingFigure;
import dev.mete.engine.ir.Worth;
import dev.mete.engine.task.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code where} can say of a candidate. */
public enum Figure {
    /** Expected price; the catalog counts pico-dollars. */
    COST("cost", Unit.MONEY, new BigDecimal("0.000000000001"), List.of(MissingFigure.PRICES, MissingFigure.THINKING)),
    /** 95th percentile of the latency; the catalog counts microseconds, amounts of time milliseconds. */
    LATENCY("latency", Unit.DURATION, new BigDecimal("0.001"), List.of(MissingFigure.SPEED, MissingFigure.THINKING)),
    /** Probability of a wrong answer; the catalog counts millionths, percentages hundredths. */
    P_ERROR("p_error", Unit.PERCENT, new BigDecimal("0.0001"), List.of(MissingFigure.ERRORS)),
    /** Probability that the cap cuts the answer off; it compares with a constant only, and so has no amount. */
    CUT_OFF("cut_off", Unit.PERCENT, new BigDecimal("0.0001"), List.of(MissingFigure.THINKING));

    private final String word;
    private final Unit unit;
    private final BigDecimal size;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<MissingFigure> needs;

    Figure(String word, Unit unit, BigDecimal size, List<MissingFigure> needs) {
        this.word = word;
        this.unit = unit;
        this.size = size;
        this.needs = needs;
    }

    /** The figure of a word. */
    static Optional<Figure> of(String word) {
        return Stream.of(values()).filter(figure -> figure.word.equals(word)).findFirst();
    }

    /** All words. */
    static List<String> words() {
        return Stream.of(values()).map(Figure::word).toList();
    }

    /** The figure as policies write it. */
    public String word() {
        return word;
    }

    /** What it is measured in. */
    Unit unit() {
        return unit;
    }

    /** How many whole units the catalog's smallest part of it is. */
    public BigDecimal size() {
        return size;
    }

    /** What a catalog has to say of a plan for the figure to be known. */
    public List<MissingFigure> needs() {
        return needs;
    }

    /** The figure of a candidate; null where the catalog lacks it. */
    public @Nullable Amount of(Worth worth) {
        return switch (this) {
            case COST -> worth.cost();
            case LATENCY -> worth.slowLatency();
            case P_ERROR -> worth.errors();
            case CUT_OFF -> null;
        };
    }
}
