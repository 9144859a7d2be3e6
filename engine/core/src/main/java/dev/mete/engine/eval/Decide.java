package dev.mete.engine.eval;

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
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.task.Task;
import java.util.ArrayList;
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
        var bounds = Bounds.of(holding, task);
        var choose = new Choose(policy, rule, task);
        var choice = choose.under(bounds);
        Plan plan = choice.plan();
        if (plan == null) {
            return new Refusal(rule.name(), distinct(choice.passedOver()));
        }
        var passedOver = new ArrayList<>(choice.passedOver());
        var fallbacks = fallbacks(new Fit(task, bounds), rule, choice.index(), passedOver);
        var limitedBy = new Blame(choose, holding, task, bounds).of(choice);
        return new Decision(
                bucket, rule.name(), plan, asked(rule.plan(), plan, task), limitedBy, fallbacks, distinct(passedOver));
    }

    /** The plans of the fallbacks after the chosen candidate; those that cannot take the task are noted as passed over. */
    private static List<Plan> fallbacks(Fit fit, RuleIr rule, int chosen, List<PassedOver> passedOver) {
        var plans = new ArrayList<Plan>();
        for (PlanIr fallback : rule.fallbacks().stream().skip(chosen).toList()) {
            switch (fit.to(fallback.model().model(), fallback)) {
                case Fit.Fitted.Fits(Plan plan) -> plans.add(plan);
                case Fit.Fitted.CannotTake(String reason) ->
                    passedOver.add(new PassedOver(fallback.model().model().id(), reason));
            }
        }
        return plans;
    }

    /** Each once: a rule can name a model twice, with two efforts. */
    private static List<PassedOver> distinct(List<PassedOver> passedOver) {
        return passedOver.stream().distinct().toList();
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
}
