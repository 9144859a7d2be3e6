package dev.mete.engine.drools.full;

import dev.mete.engine.catalog.ErrorRates;
import dev.mete.engine.check.MissingFigures;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.drools.FigureBound;
import dev.mete.engine.drools.FigureBound.Figure;
import dev.mete.engine.drools.fact.Choice;
import dev.mete.engine.economics.Candidates;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.CandidateIr;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.Goal;
import dev.mete.engine.ir.MissingFigure;
import dev.mete.engine.ir.WaitingIr;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.Unit;
import dev.mete.engine.task.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Choices that code asked for, in the engine's own terms. What makes no sense is thrown as {@link Senseless}. */
final class Choices {
    private static final long ALL = 100 * Unit.PERCENT.scale();

    private final Plans plans;
    private final Task task;
    private final List<WaitingIr> waiting;
    private final Span span;

    /**
     * Choices of one rule.
     *
     * @param span the rule
     */
    Choices(Plans plans, Task task, List<WaitingIr> waiting, Span span) {
        this.plans = plans;
        this.task = task;
        this.waiting = waiting;
        this.span = span;
    }

    /** What a second of waiting costs; nothing where no rule said it. */
    static List<WaitingIr> waiting(@Nullable Double dollars, Span span) {
        if (dollars == null) {
            return List.of();
        }
        long nanos = Plans.parts("a price of waiting", dollars, Unit.MONEY);
        return List.of(new WaitingIr(nanos, new Condition.Always(true, span), span));
    }

    ChoiceIr choice(Choice choice) {
        if (choice.plans().isEmpty()) {
            throw new Senseless("a choice among no plans");
        }
        var bounds = bounds(choice);
        var goal = Goal.valueOf(choice.goal().name());
        var several = new Candidates(task.schema().features(), waiting)
                .choice(
                        goal,
                        choice.plans().stream().map(plans::plan).toList(),
                        (plan, worth) -> FigureBound.all(bounds, plan, worth),
                        span);
        several.candidates().forEach(candidate -> check(goal, candidate, bounds));
        return several;
    }

    private List<FigureBound> bounds(Choice choice) {
        var bounds = new ArrayList<FigureBound>();
        Double costUsd = choice.costUsd();
        if (costUsd != null) {
            bounds.add(bound(Figure.COST, Plans.parts("a bound of the cost", costUsd, Unit.MONEY)));
        }
        Long latencyMs = choice.latencyMs();
        if (latencyMs != null) {
            bounds.add(bound(Figure.LATENCY, latencyMs));
        }
        Double errorPercent = choice.errorPercent();
        if (errorPercent != null) {
            bounds.add(bound(Figure.ERRORS, Plans.parts("a bound of errors", errorPercent, Unit.PERCENT)));
        }
        Double cutOffPercent = choice.cutOffPercent();
        if (cutOffPercent != null) {
            long parts = Plans.parts("a bound of answers cut off", cutOffPercent, Unit.PERCENT);
            bounds.add(bound(Figure.CUT_OFF, Math.min(ALL, parts)));
        }
        return bounds;
    }

    private FigureBound bound(Figure figure, long parts) {
        return new FigureBound(figure, new Amount.Fixed(parts), span);
    }

    private void check(Goal goal, CandidateIr candidate, List<FigureBound> bounds) {
        for (MissingFigure figure : MissingFigures.needed(goal, !waiting.isEmpty())) {
            if (candidate.worth().missing().contains(figure)) {
                throw new Senseless(
                        MissingFigures.compared(goal, candidate.plan(), figure).message());
            }
        }
        for (FigureBound bound : bounds) {
            for (MissingFigure figure : bound.figure().missing(candidate.worth())) {
                throw new Senseless(MissingFigures.inWhere(
                                span, candidate.plan(), figure, bound.figure().word())
                        .message());
            }
        }
        boolean countsErrors = goal == Goal.BEST || bounds.stream().anyMatch(bound -> bound.figure() == Figure.ERRORS);
        String type = value(StandardFeatures.TYPE);
        String complexity = value(StandardFeatures.COMPLEXITY);
        ErrorRates rates = candidate.plan().model().model().figures().errors();
        if (countsErrors
                && rates.of(candidate.plan().effort(), type, complexity).isEmpty()) {
            throw new Senseless(MissingFigures.errorsAt(candidate.plan(), type, complexity));
        }
    }

    private String value(String feature) {
        int slot = task.schema().slot(feature);
        return task.schema().feature(slot).type().format(new Value.Scalar(task.number(slot)));
    }
}
