package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.drools.FigureBound;
import dev.mete.engine.economics.Candidates;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Goal;
import dev.mete.engine.ir.PlanIr;
import java.util.List;

/** A choice among plans as a rule writes it, before it is known what waiting costs. Immutable. */
record Choosing(Goal goal, List<PlanIr> plans, List<FigureBound> bounds, Span span) {
    Choosing {
        plans = List.copyOf(plans);
        bounds = List.copyOf(bounds);
    }

    ChoiceIr among(Candidates candidates) {
        return candidates.choice(goal, plans, (plan, worth) -> FigureBound.all(bounds, plan, worth), span);
    }
}
