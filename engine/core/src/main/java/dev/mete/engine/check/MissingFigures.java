package dev.mete.engine.check;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Goal;
import dev.mete.engine.ir.MissingFigure;
import dev.mete.engine.ir.PlanIr;
import java.util.EnumSet;
import java.util.Set;

/** Says what a catalog does not, and what that makes impossible: the same words for every language. */
public final class MissingFigures {
    private MissingFigures() {}

    /**
     * A figure of a plan that something needs.
     *
     * @param need what needs it, such as {@code `best of` needs it}
     */
    public static Diagnostic error(String code, Span span, PlanIr plan, MissingFigure figure, String need) {
        var model = plan.model();
        String effort = figure == MissingFigure.PRICES
                ? ""
                : " with `effort " + plan.effort().word() + "`";
        return Diagnostic.error(
                code,
                span,
                "the catalog does not say "
                        + words(figure, model.alias(), model.model().id()) + effort + ", and " + need,
                "add `" + figure.field() + "` to " + model.model().id() + " in the catalog, or leave the plan out");
    }

    /** A figure of a plan that comparing it with others needs. */
    public static Diagnostic compared(Goal goal, PlanIr plan, MissingFigure figure) {
        return error("M0410", plan.span(), plan, figure, "`" + goal.words() + "` compares plans by it");
    }

    /**
     * A figure of a plan that a comparison in {@code where} needs.
     *
     * @param compared the word that is compared, such as {@code latency}
     */
    public static Diagnostic inWhere(Span span, PlanIr plan, MissingFigure figure, String compared) {
        return error("M0411", span, plan, figure, "`" + compared + "` cannot be compared without it");
    }

    /** That no measurement of a plan's errors covers a kind of task. */
    public static String errorsAt(PlanIr plan, String type, String complexity) {
        return "the catalog does not say how often `" + plan.model().alias() + "` with `effort "
                + plan.effort().word() + "` is wrong at a task of type " + type + " and complexity " + complexity;
    }

    /**
     * The figures that comparing plans needs.
     *
     * @param waitingCosts whether a second of waiting has a price
     */
    public static Set<MissingFigure> needed(Goal goal, boolean waitingCosts) {
        return switch (goal) {
            case CHEAPEST -> EnumSet.of(MissingFigure.PRICES, MissingFigure.THINKING);
            case FASTEST -> EnumSet.of(MissingFigure.SPEED, MissingFigure.THINKING);
            case BEST ->
                waitingCosts
                        ? EnumSet.allOf(MissingFigure.class)
                        : EnumSet.of(MissingFigure.PRICES, MissingFigure.THINKING, MissingFigure.ERRORS);
        };
    }

    private static String words(MissingFigure figure, String alias, String id) {
        String model = "`" + alias + "`" + (alias.equals(id) ? "" : " (" + id + ")");
        return switch (figure) {
            case PRICES -> "what " + model + " costs";
            case SPEED -> "how fast " + model + " is";
            case THINKING -> "how long " + model + " thinks";
            case ERRORS -> "how often " + model + " is wrong";
        };
    }
}
