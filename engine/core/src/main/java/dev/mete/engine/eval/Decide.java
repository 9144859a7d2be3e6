package dev.mete.engine.eval;

import dev.mete.engine.decision.Asked;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.PassedOver;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.decision.Refusal;
import dev.mete.engine.economics.EstimatePlan;
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
        var bounds = Bounds.of(holding, task, bucket);
        var choose = new Choose(policy, rule, task, bucket);
        var choice = choose.under(bounds);
        Plan plan = choice.plan();
        if (plan == null) {
            return new Refusal(rule.name(), distinct(choice.passedOver()));
        }
        var passedOver = new ArrayList<>(choice.passedOver());
        int tried = Math.max(0, choice.index() + 1 - choose.rank().plans().size());
        var fallbacks = fallbacks(new Fit(task, bucket, bounds), rule, tried, passedOver);
        var limitedBy = new Blame(choose, holding, task, bucket, bounds).of(choice);
        return new Decision(
                bucket,
                rule.name(),
                plan,
                asked(choose.asked(), plan, task, bucket),
                limitedBy,
                fallbacks,
                distinct(passedOver),
                EstimatePlan.of(plan, task),
                choose.rank().chosen());
    }

    /** The plans of the fallbacks that were not tried yet; those that cannot take the task are noted as passed over. */
    private static List<Plan> fallbacks(Fit fit, RuleIr rule, int tried, List<PassedOver> passedOver) {
        var plans = new ArrayList<Plan>();
        for (PlanIr fallback : rule.fallbacks().stream().skip(tried).toList()) {
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

    private static Asked asked(PlanIr asked, Plan plan, Task task, Bucket bucket) {
        String model = asked.model().model().id();
        return new Asked(
                model.equals(plan.model().id()) ? null : model,
                asked.effort() == plan.effort() ? null : asked.effort(),
                unlessEqual(asked.cap(), plan.tokenCap(), task, bucket),
                unlessEqual(asked.thinking(), plan.thinkingTokens(), task, bucket),
                unlessEqual(asked.timeout(), plan.timeoutMillis(), task, bucket));
    }

    private static @Nullable Long unlessEqual(@Nullable Quantity asked, long effective, Task task, Bucket bucket) {
        if (asked == null) {
            return null;
        }
        long value = Conditions.quantity(asked, task, bucket);
        return value == effective ? null : (Long) value;
    }
}
