package dev.mete.engine.eval;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.decision.Asked;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.PassedOver;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.decision.Refusal;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.task.Task;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last two steps from a task to its decision, the same for every engine: limits, and the fit to a model. Stateless, thread-safe. */
public final class Decide {
    private Decide() {}

    /**
     * The outcome for a task whose bucket, rule and holding limits an engine has found.
     *
     * @param holding the limits that hold, in the order of the policy
     */
    public static Outcome finish(PolicyIr policy, Task task, Bucket bucket, RuleIr rule, List<LimitIr> holding) {
        var bounds = new Bounds(holding, task);
        var fit = new Fit(task, bounds);
        var passedOver = new ArrayList<PassedOver>();
        var candidates = candidates(policy, rule);
        for (int i = 0; i < candidates.size(); i++) {
            var candidate = candidates.get(i);
            switch (fit.to(candidate.model(), candidate.asked())) {
                case Fit.Fitted.CannotTake(String reason) ->
                    passedOver.add(new PassedOver(candidate.model().id(), reason));
                case Fit.Fitted.Fits(Plan plan, Bounds.Lowered lowered) -> {
                    int next = i + 1;
                    var fallbacks = fallbacks(fit, rule, next, passedOver);
                    return new Decision(
                            bucket,
                            rule.name(),
                            plan,
                            asked(rule.plan(), plan, task),
                            bounds.binding(lowered),
                            fallbacks,
                            passedOver);
                }
            }
        }
        return new Refusal(rule.name(), passedOver);
    }

    /** What could answer, in order: the rule's plan, its fallbacks, then the policy's other models under the rule's plan. */
    private static List<Candidate> candidates(PolicyIr policy, RuleIr rule) {
        var candidates = new ArrayList<Candidate>();
        var tried = new LinkedHashSet<String>();
        candidates.add(new Candidate(rule.plan().model().model(), rule.plan()));
        rule.fallbacks()
                .forEach(fallback ->
                        candidates.add(new Candidate(fallback.model().model(), fallback)));
        candidates.forEach(candidate -> tried.add(candidate.model().id()));
        for (PolicyModel model : policy.models()) {
            if (tried.add(model.model().id())) {
                candidates.add(new Candidate(model.model(), rule.plan()));
            }
        }
        return candidates;
    }

    /** The plans of the fallbacks from a candidate's position on; those that cannot take the task are noted as passed over. */
    private static List<Plan> fallbacks(Fit fit, RuleIr rule, int from, List<PassedOver> passedOver) {
        var plans = new ArrayList<Plan>();
        for (PlanIr fallback : rule.fallbacks()
                .subList(
                        Math.min(from - 1, rule.fallbacks().size()),
                        rule.fallbacks().size())) {
            switch (fit.to(fallback.model().model(), fallback)) {
                case Fit.Fitted.Fits(Plan plan, var _) -> plans.add(plan);
                case Fit.Fitted.CannotTake(String reason) ->
                    passedOver.add(new PassedOver(fallback.model().model().id(), reason));
            }
        }
        return plans;
    }

    private static Asked asked(PlanIr asked, Plan plan, Task task) {
        String model = asked.model().model().id();
        return new Asked(
                model.equals(plan.model().id()) ? null : model,
                asked.effort() == plan.effort() ? null : asked.effort(),
                unlessEqual(asked.cap(), plan.tokenCap(), task),
                unlessEqual(asked.thinking(), plan.thinkingTokens(), task),
                unlessEqual(asked.timeout(), plan.timeoutMillis(), task));
    }

    private static @Nullable Long unlessEqual(@Nullable Quantity asked, long effective, Task task) {
        if (asked == null) {
            return null;
        }
        long value = Conditions.quantity(asked, task);
        return value == effective ? null : (Long) value;
    }

    private record Candidate(Model model, PlanIr asked) {}
}
