package dev.mete.engine.drools.drl;

import dev.mete.engine.check.MissingFigures;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.drools.FigureBound;
import dev.mete.engine.drools.FigureBound.Figure;
import dev.mete.engine.economics.Weigh;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Goal;
import dev.mete.engine.ir.MissingFigure;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.task.Unit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a choice: its goal, its plans, each with its settings, then what the one chosen has to keep. Used within one rule. */
final class ReadChoice {
    private static final Map<String, Goal> GOALS =
            Map.of("bestOf", Goal.BEST, "cheapestOf", Goal.CHEAPEST, "fastestOf", Goal.FASTEST);

    private static final String PLAN = "plan";

    /** All calls, in smallest parts of a percentage. */
    private static final long ALL = 100 * Unit.PERCENT.scale();

    private static final Map<String, Figure> BOUNDS = Map.of(
            "whereCostAtMostUsd", Figure.COST,
            "whereLatencyAtMostMs", Figure.LATENCY,
            "whereErrorAtMostPercent", Figure.ERRORS,
            "whereCutOffAtMostPercent", Figure.CUT_OFF);

    private static final List<String> CALLS = Stream.of(
                    Stream.of(PLAN),
                    ReadPlan.settings().stream(),
                    BOUNDS.keySet().stream().sorted())
            .flatMap(names -> names)
            .toList();

    private final Mistakes mistakes;
    private final Arguments arguments;
    private final ReadPlan plans;
    private final ReadQuantity quantities;
    private final Models models;
    private final Weigh weigh = new Weigh(Fields.FEATURES);

    ReadChoice(Scope scope, Models models) {
        this.mistakes = scope.mistakes();
        this.arguments = new Arguments(mistakes);
        this.plans = new ReadPlan(scope, models);
        this.quantities = new ReadQuantity(scope);
        this.models = models;
    }

    static boolean isChoice(String call) {
        return GOALS.containsKey(call);
    }

    /** The choice; null where a mistake in its calls was reported. */
    @Nullable
    Choosing read(Expr.Call call, List<Expr.Call> chain, Span span) {
        int before = mistakes.count();
        arguments.are(call, 0, 0, "()");
        var read = new ArrayList<PlanIr>();
        var bounds = new EnumMap<Figure, FigureBound>(Figure.class);
        int at = 0;
        while (at < chain.size()) {
            Expr.Call next = chain.get(at);
            int end = settingsEnd(chain, at + 1);
            if (next.name().equals(PLAN)) {
                plan(next, chain.subList(at + 1, end), bounds.isEmpty()).ifPresent(read::add);
                at = end;
            } else {
                other(next, bounds);
                at++;
            }
        }
        if (chain.stream().noneMatch(part -> part.name().equals(PLAN))) {
            mistakes.error(
                    Code.CHOICE_OUT_OF_ORDER,
                    span,
                    "a choice among no plans",
                    "write `decision." + call.name() + "().plan(\"provider/model\", Effort.HIGH)` and more of them");
        }
        if (mistakes.count() > before) {
            return null;
        }
        var choosing =
                new Choosing(GOALS.getOrDefault(call.name(), Goal.BEST), read, List.copyOf(bounds.values()), span);
        checkFigures(choosing);
        return choosing;
    }

    /** The place after the settings that stand from the given one on. */
    private static int settingsEnd(List<Expr.Call> chain, int from) {
        int end = from;
        while (end < chain.size() && ReadPlan.isSetting(chain.get(end).name())) {
            end++;
        }
        return end;
    }

    private Optional<PlanIr> plan(Expr.Call plan, List<Expr.Call> settings, boolean isInPlace) {
        if (!isInPlace) {
            mistakes.error(
                    Code.CHOICE_OUT_OF_ORDER,
                    plan.nameSpan(),
                    "a plan after what the one chosen has to keep",
                    "move all plans before the first `where…`");
        }
        Expr.Call last = settings.isEmpty() ? plan : settings.getLast();
        return Optional.ofNullable(plans.read(plan, settings, place(plan, last)));
    }

    private void other(Expr.Call call, Map<Figure, FigureBound> bounds) {
        Figure figure = BOUNDS.get(call.name());
        if (figure != null) {
            bound(call, figure, bounds);
        } else if (ReadPlan.isSetting(call.name())) {
            mistakes.error(
                    Code.CHOICE_OUT_OF_ORDER,
                    call.nameSpan(),
                    "`" + call.name() + "` follows no plan",
                    "write it after the `.plan(…)` that it belongs to");
        } else {
            models.isIncomplete();
            mistakes.error(
                    Code.UNKNOWN_CALL,
                    call.nameSpan(),
                    "a choice has nothing called `" + call.name() + "`",
                    NearestName.help(call.name(), CALLS));
        }
    }

    private void bound(Expr.Call call, Figure figure, Map<Figure, FigureBound> bounds) {
        if (!arguments.are(call, 1, 1, figure.unit() == Unit.DURATION ? "(5000)" : "(0.25)")) {
            return;
        }
        Expr most = call.arguments().getFirst();
        Amount amount = switch (figure) {
            case COST, LATENCY -> quantities.amount(most, figure.unit());
            case ERRORS -> percentage(most, Code.WRONG_KIND_OF_VALUE);
            case CUT_OFF -> percentage(most, Code.CUT_OFF_COMPARED);
        };
        if (bounds.put(figure, new FigureBound(figure, amount, place(call, call))) != null) {
            mistakes.error(
                    Code.SETTING_TWICE, call.nameSpan(), "`" + call.name() + "` is set twice", "keep one of them");
        }
    }

    /** Figures in percent are compared with numbers alone, since no field of a task is a percentage. */
    private Amount percentage(Expr most, Code varies) {
        return new Amount.Fixed(quantities.constant(most, Unit.PERCENT, ALL, varies));
    }

    private void checkFigures(Choosing choosing) {
        for (PlanIr plan : choosing.plans()) {
            var worth = weigh.worth(plan);
            for (FigureBound bound : choosing.bounds()) {
                for (MissingFigure missing : bound.figure().missing(worth)) {
                    mistakes.add(MissingFigures.inWhere(
                            plan.span(), plan, missing, bound.figure().word()));
                }
            }
        }
    }

    /** A call's own words and what follows it, without what it is called on. */
    private Span place(Expr.Call first, Expr.Call last) {
        return mistakes.span(first.nameSpan().start(), last.span().end());
    }
}
