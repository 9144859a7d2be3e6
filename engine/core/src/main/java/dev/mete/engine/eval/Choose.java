package dev.mete.engine.eval;

import dev.mete.engine.catalog.Model;
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

/** Finds the first of a rule's candidates that can take a task: its plan, its fallbacks, then the policy's other models under its plan. */
final class Choose {
    private final Task task;
    private final List<Candidate> candidates = new ArrayList<>();

    Choose(PolicyIr policy, RuleIr rule, Task task) {
        this.task = task;
        candidates.add(new Candidate(rule.plan().model().model(), rule.plan()));
        rule.fallbacks()
                .forEach(fallback ->
                        candidates.add(new Candidate(fallback.model().model(), fallback)));
        var tried = new HashSet<String>();
        candidates.forEach(candidate -> tried.add(candidate.model().id()));
        for (PolicyModel model : policy.models()) {
            if (tried.add(model.model().id())) {
                candidates.add(new Candidate(model.model(), rule.plan()));
            }
        }
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
        var fit = new Fit(task, bounds);
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
