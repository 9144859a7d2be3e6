package dev.mete.engine.eval;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Chosen;
import dev.mete.engine.ir.CandidateIr;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.task.Task;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plans of a choice in the order in which they are taken for a task: those that qualify by their value, of equal ones the first written; then,
 * for a task that none of them can take, the others as written.
 *
 * @param chosen how the first came to be the first; null where there is but one plan
 */
record Rank(List<PlanIr> plans, @Nullable Chosen chosen) {
    static Rank of(ChoiceIr choice, Task task, Bucket bucket) {
        return switch (choice) {
            case ChoiceIr.One(PlanIr plan) -> new Rank(List.of(plan), null);
            case ChoiceIr.Several several -> of(several, task, bucket);
        };
    }

    private static Rank of(ChoiceIr.Several several, Task task, Bucket bucket) {
        var qualified = new ArrayList<Valued>();
        var others = new ArrayList<PlanIr>();
        for (CandidateIr candidate : several.candidates()) {
            if (Conditions.holds(candidate.where(), task, bucket)) {
                qualified.add(new Valued(candidate.plan(), Conditions.exactly(candidate.value(), task, bucket)));
            } else {
                others.add(candidate.plan());
            }
        }
        // The sort is stable, so that of equal values the first written comes first.
        qualified.sort(Comparator.comparing(Valued::value));
        var plans = new ArrayList<>(qualified.stream().map(Valued::plan).toList());
        plans.addAll(others);
        return new Rank(
                List.copyOf(plans),
                new Chosen(several.goal().words(), several.candidates().size(), qualified.size()));
    }

    private record Valued(PlanIr plan, BigInteger value) {}
}
