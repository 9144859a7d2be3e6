package dev.mete.prove;

import dev.mete.engine.ir.EnsureIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.RuleIr;
import dev.mete.prove.plan.DecideAll;
import dev.mete.prove.plan.Outcome;
import dev.mete.prove.search.Answer;
import dev.mete.prove.search.Budget;
import dev.mete.prove.search.Search;
import dev.mete.prove.search.Witness;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Region;
import dev.mete.prove.space.Translate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers questions about all tasks of a policy at once. Not thread-safe. */
public final class Prover {
    private final PolicyIr policy;
    private final Budget budget;
    private final Lines lines;
    private final DecideAll decideAll;
    private final Map<Integer, List<Outcome>> outcomes = new HashMap<>();
    private final Search search;
    private final FirstOf first;
    private final Witness witness;

    /** A prover of one policy, that has a budget for each question. */
    public Prover(PolicyIr policy, Budget budget) {
        this.policy = policy;
        this.budget = budget;
        this.lines = Lines.of(policy);
        this.decideAll = new DecideAll(policy, lines.space(), 0);
        this.search = new Search(lines.space(), budget);
        this.witness = new Witness(lines.space());
        this.first = new FirstOf(Region.all(lines.space()), search, witness);
    }

    /** Whether any task is decided by a rule; the number of rules stands for `otherwise`. */
    public Reached rule(int rule) {
        budget.begin();
        return first.reached(lines.rule(rule), lines.noRuleBefore(rule));
    }

    /** Whether a bucket line is the first that holds for any task; the number of lines stands for none. */
    public Reached bucketLine(int line) {
        budget.begin();
        return first.reached(lines.bucketLine(line), lines.noBucketLineBefore(line));
    }

    /** Whether a limit holds for any task. */
    public Reached limit(int limit) {
        budget.begin();
        return first.reached(lines.limit(limit), List.of());
    }

    /** At most so many regions of tasks for which no rule holds. */
    public FallThrough.Found fallThrough(int most) {
        budget.begin();
        return new FallThrough(lines, search).find(most);
    }

    /** Whether a claim of the policy holds for the decisions of all tasks. */
    public Claimed ensure(EnsureIr ensure) {
        budget.begin();
        var translate = new Translate(lines.space());
        Formula when = translate.formula(ensure.when());
        boolean isWhole = true;
        for (int at = 0; at <= policy.rules().size(); at++) {
            RuleIr rule = at < policy.rules().size() ? policy.rules().get(at) : policy.otherwise();
            for (Outcome outcome : outcomes(at, rule)) {
                var formulas = new ArrayList<>(lines.rule(at));
                formulas.addAll(lines.noRuleBefore(at));
                formulas.add(when);
                formulas.add(decideAll.violation(ensure.claim(), rule, outcome));
                formulas.add(outcome.when());
                switch (search.find(Region.all(lines.space()), formulas)) {
                    case Answer.Found(var leaf) -> {
                        return new Claimed.Fails(witness.of(leaf), rule.name());
                    }
                    case Answer.None _ -> {}
                    case Answer.NotDecided() -> isWhole = false;
                }
            }
        }
        return isWhole ? new Claimed.Holds() : new Claimed.NotDecided();
    }

    private List<Outcome> outcomes(int at, RuleIr rule) {
        return outcomes.computeIfAbsent(at, _ -> decideAll.outcomes(rule));
    }
}
