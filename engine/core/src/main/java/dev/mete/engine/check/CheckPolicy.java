package dev.mete.engine.check;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.ir.RuleIr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All checks of a policy in the engine's own terms. Each language runs them as its last stage; stateless. */
public final class CheckPolicy {
    private CheckPolicy() {}

    /** Everything that is wrong with the policy, whatever language it was written in. */
    public static List<Diagnostic> check(PolicyIr policy) {
        var found = new ArrayList<Diagnostic>();
        for (RuleIr rule : policy.rules()) {
            check(policy, rule, found);
        }
        check(policy, policy.otherwise(), found);
        new CheckLimits(policy, found).check();
        unusedModels(policy, found);
        return found;
    }

    private static void check(PolicyIr policy, RuleIr rule, List<Diagnostic> found) {
        var plans = new CheckPlan(policy.schema(), rule.when(), found);
        rule.choice().plans().forEach(plans::check);
        rule.fallbacks().forEach(plans::check);
    }

    private static void unusedModels(PolicyIr policy, List<Diagnostic> found) {
        Set<String> used = new HashSet<>();
        for (RuleIr rule : policy.rules()) {
            used(rule, used);
        }
        used(policy.otherwise(), used);
        for (PolicyModel model : policy.models()) {
            if (!used.contains(model.alias())) {
                found.add(Diagnostic.warning(
                        "M0401",
                        model.span(),
                        "no rule and no fallback asks for the model `" + model.alias() + "`",
                        "it only answers what fits no other model; remove it if that is not meant"));
            }
            if (model.model().lifecycle().deprecated()) {
                found.add(Diagnostic.warning(
                        "M0402",
                        model.span(),
                        "`" + model.model().id() + "` is deprecated by its provider",
                        "choose its successor"));
            }
        }
    }

    private static void used(RuleIr rule, Set<String> used) {
        rule.choice().plans().forEach(plan -> used.add(plan.model().alias()));
        rule.fallbacks().stream().map(PlanIr::model).map(PolicyModel::alias).forEach(used::add);
    }
}
