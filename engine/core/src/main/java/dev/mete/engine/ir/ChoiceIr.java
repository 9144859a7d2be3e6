package dev.mete.engine.ir;

import dev.mete.engine.diagnostic.Span;
import java.util.List;

/** What a rule asks for: one plan, or several of which the catalog's figures pick one. Immutable. */
public sealed interface ChoiceIr {
    /** All plans that are written, in order. */
    List<PlanIr> plans();

    /** One plan. */
    record One(PlanIr plan) implements ChoiceIr {
        @Override
        public List<PlanIr> plans() {
            return List.of(plan);
        }
    }

    /** The candidate of the least value among those that qualify; the first of equal ones; the first of all where none qualifies. */
    record Several(Goal goal, List<CandidateIr> candidates, Span span) implements ChoiceIr {
        public Several {
            candidates = List.copyOf(candidates);
            if (candidates.isEmpty()) {
                throw new IllegalArgumentException("a choice among nothing");
            }
        }

        @Override
        public List<PlanIr> plans() {
            return candidates.stream().map(CandidateIr::plan).toList();
        }
    }
}
