package dev.mete.prove.plan;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.ir.RuleIr;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Region;
import dev.mete.prove.space.Simplify;
import dev.mete.prove.space.Space;
import dev.mete.prove.space.Translate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** What a rule decides for all tasks at once: choice, limits and fit. Not thread-safe. */
public final class DecideAll {
    private final PolicyIr policy;
    private final Space space;
    private final int place;
    private final Translate translate;
    private final FitAll fit;
    private final Simplify simplify;

    /**
     * For a policy of a space.
     *
     * @param place which of the space's policies it is
     */
    public DecideAll(PolicyIr policy, Space space, int place) {
        this.policy = policy;
        this.space = space;
        this.place = place;
        this.translate = new Translate(space, place, null);
        this.simplify = new Simplify(Region.all(space));
        this.fit = new FitAll(space, translate, Held.of(policy.limits(), translate, space));
    }

    /** All that a rule decides, of which no two hold for one task, and one does for each that comes to the rule. */
    public List<Outcome> outcomes(RuleIr rule) {
        var outcomes = new ArrayList<Outcome>();
        List<PlanIr> plans = rule.choice().plans();
        var firsts = firsts(rule.choice());
        var ways = plans.stream().map(this::ways).toList();
        var noneTakes = new ArrayList<Formula>();
        for (int at = 0; at < plans.size(); at++) {
            add(outcomes, plans.get(at), ways.get(at), isTaken(rule.choice(), ways, at));
            noneTakes.add(space.not(takes(ways.get(at))));
        }
        var before = new ArrayList<Formula>(noneTakes);
        int all = rule.fallbacks().size();
        for (int tried = 1; tried <= all; tried++) {
            List<Fitted> those = ways(rule.fallbacks().get(tried - 1));
            addForEach(outcomes, plans, firsts, those, before, tried);
            before.add(space.not(takes(those)));
        }
        others(rule, plans, firsts, before, outcomes);
        for (int at = 0; at < plans.size(); at++) {
            outcomes.add(new Outcome(with(before, firsts.get(at)), plans.get(at), null, all));
        }
        return outcomes.stream()
                .map(this::simplified)
                .filter(outcome -> !outcome.when().equals(Formula.NO))
                .toList();
    }

    /** What holds of all tasks is left out here, once. */
    private Outcome simplified(Outcome outcome) {
        Fitted plan = outcome.plan();
        return new Outcome(
                simplify.formula(outcome.when()),
                outcome.asked(),
                plan == null ? null : plan.simplified(simplify),
                outcome.tried());
    }

    /** For each fallback of a rule, all ways in which its model takes it. */
    public List<List<Fitted>> fallbacks(RuleIr rule) {
        return rule.fallbacks().stream()
                .map(fallback -> ways(fallback).stream()
                        .map(way -> way.simplified(simplify))
                        .toList())
                .toList();
    }

    /** Where a model takes a plan in one of several ways. */
    public static Formula takes(List<Fitted> ways) {
        return Formula.any(ways.stream().map(Fitted::when).toList());
    }

    /** Where a claim does not hold of the tasks that a rule decides so; never where there is no plan. */
    public Formula violation(Condition claim, RuleIr rule, Outcome outcome) {
        Fitted plan = outcome.plan();
        if (plan == null) {
            return Formula.NO;
        }
        var parts = new PlanParts(space, new Figures(space, translate), policy.models(), rule.name(), plan);
        // not the opposite of the claim: a figure that the catalog does not state makes both not true
        return space.not(new Translate(space, place, parts).formula(claim));
    }

    /** The policy's other models are tried under the plan that was asked for. */
    private void others(
            RuleIr rule, List<PlanIr> plans, List<Formula> firsts, List<Formula> before, List<Outcome> outcomes) {
        var tried = new HashSet<String>();
        plans.forEach(plan -> tried.add(plan.model().model().id()));
        rule.fallbacks().forEach(plan -> tried.add(plan.model().model().id()));
        for (PolicyModel other : policy.models()) {
            if (tried.add(other.model().id())) {
                var takes = new ArrayList<Formula>();
                for (int at = 0; at < plans.size(); at++) {
                    List<Fitted> ways = fit.ways(other.model(), plans.get(at));
                    for (Fitted way : ways) {
                        Formula when = with(before, firsts.get(at), way.when());
                        outcomes.add(new Outcome(
                                when, plans.get(at), way, rule.fallbacks().size()));
                    }
                    takes.add(Formula.all(List.of(firsts.get(at), takes(ways))));
                }
                before.add(space.not(Formula.any(takes)));
            }
        }
    }

    private List<Fitted> ways(PlanIr plan) {
        Model model = plan.model().model();
        return fit.ways(model, plan);
    }

    /** Where each plan of a choice is the first in rank, which is the one that was asked for. */
    private List<Formula> firsts(ChoiceIr choice) {
        return switch (choice) {
            case ChoiceIr.One _ -> List.of(Formula.YES);
            case ChoiceIr.Several several -> {
                var ranked = new Ranked(translate, several);
                int count = several.candidates().size();
                yield IntStream.range(0, count)
                        .mapToObj(at -> Formula.all(IntStream.range(0, count)
                                .filter(other -> other != at)
                                .mapToObj(other -> ranked.isBefore(at, other))
                                .toList()))
                        .toList();
            }
        };
    }

    /** Where no plan that stands before this one takes the task. */
    private Formula isTaken(ChoiceIr choice, List<List<Fitted>> ways, int at) {
        return switch (choice) {
            case ChoiceIr.One _ -> Formula.YES;
            case ChoiceIr.Several several -> {
                var ranked = new Ranked(translate, several);
                yield Formula.all(IntStream.range(0, ways.size())
                        .filter(other -> other != at)
                        .mapToObj(other ->
                                Formula.any(List.of(ranked.isBefore(at, other), space.not(takes(ways.get(other))))))
                        .toList());
            }
        };
    }

    private void add(List<Outcome> outcomes, PlanIr plan, List<Fitted> ways, Formula isTaken) {
        for (Fitted way : ways) {
            outcomes.add(new Outcome(Formula.all(List.of(isTaken, way.when())), plan, way, 0));
        }
    }

    private static void addForEach(
            List<Outcome> outcomes,
            List<PlanIr> plans,
            List<Formula> firsts,
            List<Fitted> ways,
            List<Formula> before,
            int tried) {
        for (int at = 0; at < plans.size(); at++) {
            for (Fitted way : ways) {
                outcomes.add(new Outcome(with(before, firsts.get(at), way.when()), plans.get(at), way, tried));
            }
        }
    }

    private static Formula with(List<Formula> before, Formula... more) {
        var all = new ArrayList<>(before);
        all.addAll(List.of(more));
        return Formula.all(all);
    }
}
