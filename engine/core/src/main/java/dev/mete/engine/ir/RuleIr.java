package dev.mete.engine.ir;

import dev.mete.engine.diagnostic.Span;
import java.util.List;

/** A rule: where its condition is the first to hold, its choice is what is asked for, with fallbacks in order. */
public record RuleIr(String name, Condition when, ChoiceIr choice, List<PlanIr> fallbacks, Span span) {
    public RuleIr {
        fallbacks = List.copyOf(fallbacks);
    }

    /** A rule with one plan. */
    public RuleIr(String name, Condition when, PlanIr plan, List<PlanIr> fallbacks, Span span) {
        this(name, when, new ChoiceIr.One(plan), fallbacks, span);
    }
}
