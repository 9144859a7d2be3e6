package dev.mete.engine.compiled;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Chosen;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.ir.CandidateIr;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a rule asks for. Immutable, thread-safe. */
final class PreparedChoice {
    private final PreparedPlan[] plans;
    private final PreparedPlan[] fallbacks;

    /** Of several plans: what each has to satisfy, and what it is compared by. */
    private final Check[] where;

    private final WideSum[] values;

    /** The place of the first of these ways among all of the policy. */
    private final int chosen;

    private final boolean isSeveral;

    /** Whether 128 bits hold what the plans are compared by. */
    private final boolean isComparable;

    /**
     * What a rule asks for.
     *
     * @param ways takes all ways in which its plan can be picked
     */
    PreparedChoice(RuleIr rule, Function<PlanIr, PreparedPlan> prepare, TaskSchema schema, List<Chosen> ways) {
        this.plans = rule.choice().plans().stream().map(prepare).toArray(PreparedPlan[]::new);
        this.fallbacks = rule.fallbacks().stream().map(prepare).toArray(PreparedPlan[]::new);
        List<CandidateIr> candidates =
                rule.choice() instanceof ChoiceIr.Several several ? several.candidates() : List.of();
        this.where = Check.all(candidates.stream().map(CandidateIr::where).toList());
        var sums = candidates.stream()
                .map(candidate -> WideSum.of(candidate.value(), schema))
                .toList();
        this.isComparable = sums.stream().allMatch(Optional::isPresent);
        this.values = isComparable ? sums.stream().map(Optional::orElseThrow).toArray(WideSum[]::new) : new WideSum[0];
        this.chosen = ways.size();
        if (rule.choice() instanceof ChoiceIr.Several several) {
            IntStream.rangeClosed(0, candidates.size())
                    .mapToObj(qualified -> new Chosen(several.goal().words(), candidates.size(), qualified))
                    .forEach(ways::add);
        }
        this.isSeveral = ways.size() > chosen;
    }

    PreparedPlan[] fallbacks() {
        return fallbacks;
    }

    /** The plan that is taken first, noted in the verdict where it is picked out of several; null where it cannot be told here. */
    @Nullable
    PreparedPlan first(Task task, Bucket bucket, Verdict verdict) {
        if (!isSeveral) {
            return plans[0];
        }
        if (!isComparable) {
            return null;
        }
        long[] room = verdict.room();
        int qualified = 0;
        int least = 0;
        for (int place = 0; place < plans.length; place++) {
            if (where[place].holds(task, bucket)) {
                room[Room.VALUE + WideSum.HIGH] = 0;
                room[Room.VALUE + WideSum.LOW] = 0;
                values[place].add(task, bucket, room, Room.VALUE);
                if (qualified == 0 || WideSum.compare(room, Room.VALUE, Room.LEAST_VALUE) < 0) {
                    room[Room.LEAST_VALUE + WideSum.HIGH] = room[Room.VALUE + WideSum.HIGH];
                    room[Room.LEAST_VALUE + WideSum.LOW] = room[Room.VALUE + WideSum.LOW];
                    least = place;
                }
                qualified++;
            }
        }
        verdict.chosen(chosen + qualified);
        return plans[least];
    }
}
