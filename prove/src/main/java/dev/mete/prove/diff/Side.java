package dev.mete.prove.diff;

import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.RuleIr;
import dev.mete.prove.Lines;
import dev.mete.prove.plan.DecideAll;
import dev.mete.prove.plan.Fitted;
import dev.mete.prove.plan.Outcome;
import dev.mete.prove.space.Point;
import dev.mete.prove.space.Space;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of two policies over a space that both have in common. Not thread-safe. */
final class Side {
    private final PolicyIr policy;
    private final Lines lines;
    private final DecideAll decideAll;
    private final Map<Integer, List<Outcome>> outcomes = new HashMap<>();
    private final Map<Integer, List<List<Fitted>>> fallbacks = new HashMap<>();

    Side(PolicyIr policy, Space space, int place) {
        this.policy = policy;
        this.lines = new Lines(policy, space, place);
        this.decideAll = new DecideAll(policy, space, place);
    }

    PolicyIr policy() {
        return policy;
    }

    Lines lines() {
        return lines;
    }

    /** How many rules there are, `otherwise` included. */
    int rules() {
        return policy.rules().size() + 1;
    }

    /** A rule, the last of which is `otherwise`. */
    RuleIr rule(int rule) {
        return rule < policy.rules().size() ? policy.rules().get(rule) : policy.otherwise();
    }

    /** All that a rule decides. */
    List<Outcome> outcomes(int rule) {
        return outcomes.computeIfAbsent(rule, at -> decideAll.outcomes(rule(at)));
    }

    /** All ways in which each fallback of a rule is taken, but for the first ones, which were tried. */
    List<List<Fitted>> fallbacks(int rule, int tried) {
        var all = fallbacks.computeIfAbsent(rule, at -> decideAll.fallbacks(rule(at)));
        return all.subList(tried, all.size());
    }

    /** The rule that decides a task. */
    int decider(Point point) {
        int rule = 0;
        while (rule < policy.rules().size() && !point.holds(lines.ruleHolds(rule))) {
            rule++;
        }
        return rule;
    }
}
