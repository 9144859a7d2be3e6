package dev.mete.engine.check;

import dev.mete.engine.catalog.ErrorRates;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.economics.Dominance;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.CandidateIr;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.Goal;
import dev.mete.engine.ir.Mentions;
import dev.mete.engine.ir.MissingFigure;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.StandardFeatures;
import java.util.HashMap;
import java.util.List;

/** Checks that the catalog has the figures by which a rule chooses among plans, for every task that the rule can meet. */
final class CheckChoice {
    private final PolicyIr policy;
    private final List<Diagnostic> found;

    CheckChoice(PolicyIr policy, List<Diagnostic> found) {
        this.policy = policy;
        this.found = found;
    }

    /** Checks a rule, which comes after the given ones. */
    void check(RuleIr rule, List<RuleIr> before) {
        if (rule.choice() instanceof ChoiceIr.Several several) {
            for (CandidateIr candidate : several.candidates()) {
                figures(several.goal(), candidate);
                Amount errors = candidate.worth().errors();
                if (errors != null && (several.goal() == Goal.BEST || new Mentions(errors).in(candidate.where()))) {
                    errors(candidate.plan(), rule, before);
                }
            }
            dominated(several);
        }
    }

    private void figures(Goal goal, CandidateIr candidate) {
        PlanIr plan = candidate.plan();
        boolean waitingCosts = !policy.waiting().isEmpty();
        for (MissingFigure figure : MissingFigures.needed(goal, waitingCosts)) {
            if (candidate.worth().missing().contains(figure)) {
                found.add(MissingFigures.compared(goal, plan, figure));
            }
        }
    }

    /** Looks for a kind and difficulty of task that the rule can meet and no measurement covers; names the first. */
    private void errors(PlanIr plan, RuleIr rule, List<RuleIr> before) {
        int type = policy.schema().slot(StandardFeatures.TYPE);
        int complexity = policy.schema().slot(StandardFeatures.COMPLEXITY);
        ErrorRates rates = plan.model().model().figures().errors();
        var types = values(type);
        var complexities = values(complexity);
        for (int t = 0; t < types.size(); t++) {
            for (int c = 0; c < complexities.size(); c++) {
                var known = new HashMap<Integer, Integer>();
                known.put(type, t);
                known.put(complexity, c);
                var possible = new Possible(policy.buckets(), known);
                boolean isMet = possible.canHold(rule.when())
                        && before.stream().map(RuleIr::when).noneMatch(possible::mustHold);
                if (isMet
                        && rates.of(plan.effort(), types.get(t), complexities.get(c))
                                .isEmpty()) {
                    found.add(Diagnostic.error(
                            "M0413",
                            plan.span(),
                            MissingFigures.errorsAt(plan, types.get(t), complexities.get(c))
                                    + ", which this rule can meet",
                            "add `errors` for it to " + plan.model().model().id()
                                    + " in the catalog, or let the rule hold only where they are known"));
                    return;
                }
            }
        }
    }

    private List<String> values(int slot) {
        return policy.schema().feature(slot).type() instanceof FeatureType.OneOf(var values, var _)
                ? values
                : List.of();
    }

    /** Warns of a candidate that is never better than another: dearer, slower and no less often wrong, whatever the task. */
    private void dominated(ChoiceIr.Several several) {
        boolean isFree = several.candidates().stream()
                .allMatch(candidate -> candidate.where() instanceof Condition.Always(boolean value, var _) && value);
        if (several.goal() != Goal.BEST || !isFree) {
            return;
        }
        for (CandidateIr candidate : several.candidates()) {
            several.candidates().stream()
                    .map(CandidateIr::plan)
                    .filter(other -> Dominance.isDominated(candidate.plan(), other))
                    .findFirst()
                    .ifPresent(better -> found.add(Diagnostic.warning(
                            "M0423",
                            candidate.plan().span(),
                            "this plan is never the best: `" + better.model().alias() + "` with `effort "
                                    + better.effort().word() + "` is at least as cheap, as fast and as often right",
                            "leave it out")));
        }
    }
}
