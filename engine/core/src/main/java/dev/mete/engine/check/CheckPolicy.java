package dev.mete.engine.check;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.RuleIr;
import java.util.ArrayList;
import java.util.List;

/** All checks of a policy in the engine's own terms. Each language runs them as its last stage; stateless. */
public final class CheckPolicy {
    private CheckPolicy() {}

    /** Everything that is wrong with the policy, whatever language it was written in. */
    public static List<Diagnostic> check(PolicyIr policy) {
        var found = new ArrayList<Diagnostic>();
        var rules = new ArrayList<>(policy.rules());
        rules.add(policy.otherwise());
        var choices = new CheckChoice(policy, found);
        var times = new CheckTime(policy.schema(), found);
        for (RuleIr rule : rules) {
            var plans = new CheckPlan(policy.schema(), rule.when(), found);
            rule.choice().plans().forEach(plans::check);
            rule.fallbacks().forEach(plans::check);
            choices.check(rule);
            times.check(rule);
        }
        new CheckLimits(policy, found).check();
        new CheckModels(policy, rules, found).check();
        return found;
    }
}
