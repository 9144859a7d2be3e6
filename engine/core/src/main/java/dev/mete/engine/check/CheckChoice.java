package dev.mete.engine.check;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.diagnostic.Diagnostic;
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
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that the catalog has the figures by which rules choose among plans, for every task that they can meet. */
final class CheckChoice {
    private final PolicyIr policy;
    private final List<Diagnostic> found;
    private final Dominated dominated = new Dominated();
    private @Nullable Kinds kinds;

    /** The kinds of task that the rules before the next one decide, whatever else such a task says. */
    private final BitSet decided = new BitSet();

    /** The rules that are still to be counted among those before. */
    private final Deque<RuleIr> before = new ArrayDeque<>();

    /** Kinds that the catalog does not cover, by model and effort. */
    private final Map<Asked, BitSet> unmeasured = new HashMap<>();

    CheckChoice(PolicyIr policy, List<Diagnostic> found) {
        this.policy = policy;
        this.found = found;
    }

    private record Asked(String model, Effort effort) {}

    /** Checks a rule, which comes after all that were checked before. */
    void check(RuleIr rule) {
        if (rule.choice() instanceof ChoiceIr.Several several) {
            for (CandidateIr candidate : several.candidates()) {
                figures(several.goal(), candidate);
                Amount errors = candidate.worth().errors();
                if (errors != null && (several.goal() == Goal.BEST || new Mentions(errors).in(candidate.where()))) {
                    errors(candidate.plan(), rule);
                }
            }
            dominated(several);
        }
        before.add(rule);
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
    private void errors(PlanIr plan, RuleIr rule) {
        BitSet gaps = unmeasured(plan);
        if (gaps.isEmpty()) {
            return;
        }
        while (!before.isEmpty()) {
            kinds().addThatMustHold(before.removeFirst().when(), decided);
        }
        for (int at = gaps.nextSetBit(0); at >= 0; at = gaps.nextSetBit(at + 1)) {
            Kinds.Kind kind = kinds().all().get(at);
            if (!decided.get(at) && kind.possible().canHold(rule.when())) {
                found.add(Diagnostic.error(
                        "M0413",
                        plan.span(),
                        MissingFigures.errorsAt(plan, kind.type(), kind.complexity()) + ", which this rule can meet",
                        "add `errors` for it to " + plan.model().model().id()
                                + " in the catalog, or let the rule hold only where they are known"));
                return;
            }
        }
    }

    private BitSet unmeasured(PlanIr plan) {
        var model = plan.model().model();
        return unmeasured.computeIfAbsent(
                new Asked(model.id(), plan.effort()),
                asked -> kinds().without(model.figures().errors().of(asked.effort())));
    }

    private Kinds kinds() {
        Kinds known = kinds;
        if (known == null) {
            known = Kinds.of(policy);
            kinds = known;
        }
        return known;
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
                    .filter(other -> dominated.isDominated(candidate.plan(), other))
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
