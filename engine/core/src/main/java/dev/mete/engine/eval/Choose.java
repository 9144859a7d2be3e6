package dev.mete.engine.eval;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.PassedOver;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.task.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first of a rule's candidates that can take a task: its plans in the order of their rank, its fallbacks, then the policy's other models
 * under its first plan.
 */
final class Choose {
    private final Task task;
    private final Bucket bucket;
    private final Rank rank;
    private final List<Candidate> candidates = new ArrayList<>();

    Choose(PolicyIr policy, RuleIr rule, Task task, Bucket bucket) {
        this.task = task;
        this.bucket = bucket;
        this.rank = Rank.of(rule.choice(), task, bucket);
        rank.plans().forEach(this::add);
        rule.fallbacks().forEach(this::add);
        var tried = new HashSet<String>();
        candidates.forEach(candidate -> tried.add(candidate.model().id()));
        for (PolicyModel model : policy.models()) {
            if (tried.add(model.model().id())) {
                candidates.add(new Candidate(model.model(), asked()));
            }
        }
    }

    private void add(PlanIr plan) {
        candidates.add(new Candidate(plan.model().model(), plan));
    }

    /** The plans of the rule in the order in which they are taken. */
    Rank rank() {
        return rank;
    }

    /** The plan that the rule asks for. */
    PlanIr asked() {
        return rank.plans().getFirst();
    }

    /**
     * What is chosen.
     *
     * @param index the candidate's place, 0 for the rule's own plan; the number of candidates where none can take the task
     * @param plan null where no candidate can take the task
     * @param passedOver the candidates before it
     */
    record Choice(int index, @Nullable Plan plan, List<PassedOver> passedOver) {}

    /** What is chosen under the given bounds. */
    Choice under(Bounds bounds) {
        var fit = new Fit(task, bucket, bounds);
        var passedOver = new ArrayList<PassedOver>();
        for (int index = 0; index < candidates.size(); index++) {
            var candidate = candidates.get(index);
            switch (fit.to(candidate.model(), candidate.asked())) {
                case Fit.Fitted.Fits(Plan plan) -> {
                    return new Choice(index, plan, passedOver);
                }
                case Fit.Fitted.CannotTake(String reason) ->
                    passedOver.add(new PassedOver(candidate.model().id(), reason));
            }
        }
        return new Choice(candidates.size(), null, passedOver);
    }

    private record Candidate(Model model, PlanIr asked) {}
}
