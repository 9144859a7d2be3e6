package dev.mete.dsl.lower;

import dev.mete.dsl.check.CheckedPolicy;
import dev.mete.dsl.check.Figure;
import dev.mete.dsl.check.Question;
import dev.mete.dsl.report.Report;
import dev.mete.engine.check.MissingFigures;
import dev.mete.engine.economics.Candidates;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.WaitingIr;
import dev.mete.engine.ir.Worth;
import dev.mete.engine.task.Feature;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Puts choices among plans into the engine's terms: what {@code where} says becomes a condition of each candidate, with its own figures. */
final class LowerChoices {
    private final LowerConditions conditions;
    private final Function<CheckedPolicy.Plan, PlanIr> plans;
    private final Candidates candidates;
    private final Report report;

    LowerChoices(
            List<Feature> features,
            List<WaitingIr> waiting,
            LowerConditions conditions,
            Function<CheckedPolicy.Plan, PlanIr> plans,
            Report report) {
        this.conditions = conditions;
        this.plans = plans;
        this.candidates = new Candidates(features, waiting);
        this.report = report;
    }

    ChoiceIr choice(CheckedPolicy.Choice choice) {
        return switch (choice) {
            case CheckedPolicy.Choice.One(var plan) -> new ChoiceIr.One(plans.apply(plan));
            case CheckedPolicy.Choice.Several(var goal, var several, var where, var span) ->
                candidates.choice(
                        goal, several.stream().map(plans).toList(), (plan, worth) -> where(where, plan, worth), span);
        };
    }

    private Condition where(Question where, PlanIr plan, Worth worth) {
        Set<Figure> figures = EnumSet.noneOf(Figure.class);
        figures(where, figures);
        for (Figure figure : figures) {
            figure.needs().stream()
                    .filter(worth.missing()::contains)
                    .findFirst()
                    .ifPresent(missing ->
                            report.addAll(List.of(MissingFigures.inWhere(plan.span(), plan, missing, figure.word()))));
        }
        return conditions
                .about(new LowerConditions.Candidate(plan, figure -> {
                    Amount amount = figure.of(worth);
                    // Where the catalog lacks the figure, that is reported already.
                    return amount == null ? new Amount.Fixed(0) : amount;
                }))
                .condition(where);
    }

    /** The figures that a condition asks for; the meaning of a let asks for none. */
    private static void figures(Question question, Set<Figure> figures) {
        switch (question) {
            case Question.Compared compared -> {
                compared.left().form().figures().forEach(figures::add);
                compared.right().form().figures().forEach(figures::add);
            }
            case Question.CutOff _ -> figures.add(Figure.CUT_OFF);
            case Question.All(var parts, var _) -> parts.forEach(part -> figures(part, figures));
            case Question.Any(var parts, var _) -> parts.forEach(part -> figures(part, figures));
            case Question.Not(var part, var _) -> figures(part, figures);
            case Question.Named _,
                    Question.Always _,
                    Question.Among _,
                    Question.TextAmong _,
                    Question.TextMatches _,
                    Question.HasMember _,
                    Question.InBucket _,
                    Question.Broken _ -> {}
        }
    }
}
