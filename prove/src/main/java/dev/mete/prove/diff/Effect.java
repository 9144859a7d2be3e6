package dev.mete.prove.diff;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Goal;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.ir.RuleIr;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Translate;
import dev.mete.prove.space.Whole;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a rule asks for, whatever its words: rules with equal effects decide alike where they decide. Immutable. */
record Effect(@Nullable Goal goal, List<Ask> asks, int choices) {
    /** One plan, with what a choice says of it. */
    record Ask(
            Model model,
            Effort effort,
            @Nullable Whole thinking,
            @Nullable Whole cap,
            @Nullable Whole timeout,
            Formula where,
            @Nullable Whole value) {}

    static Effect of(RuleIr rule, Translate translate) {
        var fallbacks = rule.fallbacks().stream().map(plan -> ask(plan, Formula.YES, null, translate));
        return switch (rule.choice()) {
            case ChoiceIr.One(var plan) ->
                new Effect(
                        null,
                        Stream.concat(Stream.of(ask(plan, Formula.YES, null, translate)), fallbacks)
                                .toList(),
                        1);
            case ChoiceIr.Several(var goal, var candidates, var _) ->
                new Effect(
                        goal,
                        Stream.concat(
                                        candidates.stream()
                                                .map(candidate -> ask(
                                                        candidate.plan(),
                                                        translate.formula(candidate.where()),
                                                        translate.whole(candidate.value()),
                                                        translate)),
                                        fallbacks)
                                .toList(),
                        candidates.size());
        };
    }

    private static Ask ask(PlanIr plan, Formula where, @Nullable Whole value, Translate translate) {
        return new Ask(
                plan.model().model(),
                plan.effort(),
                whole(plan.thinking(), translate),
                whole(plan.cap(), translate),
                whole(plan.timeout(), translate),
                where,
                value);
    }

    private static @Nullable Whole whole(@Nullable Quantity quantity, Translate translate) {
        return quantity == null ? null : translate.whole(quantity);
    }
}
