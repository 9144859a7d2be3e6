package dev.mete.engine.ir;

import dev.mete.engine.diagnostic.Span;
import java.util.List;

/** A rule: where its condition is the first to hold, its plan is what is asked for, with fallbacks in order. */
public record RuleIr(String name, Condition when, PlanIr plan, List<PlanIr> fallbacks, Span span) {
    public RuleIr {
        fallbacks = List.copyOf(fallbacks);
    }
}
