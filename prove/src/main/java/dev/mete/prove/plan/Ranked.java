package dev.mete.prove.plan;

import dev.mete.engine.ir.CandidateIr;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Comparison;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Translate;
import dev.mete.prove.space.Whole;
import java.util.List;

/** Which of a choice's candidates stands before another: one that qualifies before one that does not, then by value, then as written. */
final class Ranked {
    private final Translate translate;
    private final List<CandidateIr> candidates;
    private final List<Whole> values;

    Ranked(Translate translate, ChoiceIr.Several choice) {
        this.translate = translate;
        this.candidates = choice.candidates();
        this.values = candidates.stream()
                .map(candidate -> translate.whole(candidate.value()))
                .toList();
    }

    /** Where one candidate stands before another. */
    Formula isBefore(int one, int other) {
        boolean isWrittenFirst = one < other;
        Formula oneQualifies = translate.formula(candidates.get(one).where());
        Formula oneFails = translate.opposite(candidates.get(one).where());
        Formula otherQualifies = translate.formula(candidates.get(other).where());
        Formula otherFails = translate.opposite(candidates.get(other).where());
        Formula isBetter = translate.compare(
                isWrittenFirst ? Comparison.AT_MOST : Comparison.LESS, values.get(one), values.get(other));
        return Formula.any(List.of(
                Formula.all(List.of(oneQualifies, otherFails)),
                Formula.all(List.of(oneQualifies, otherQualifies, isBetter)),
                isWrittenFirst ? Formula.all(List.of(oneFails, otherFails)) : Formula.NO));
    }
}
