package dev.mete.prove.mutate;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.task.FeatureType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes all small changes of a policy that its tests should notice: a comparison that is flipped or moved by one, a condition that is negated or loses a value, a
 * rule, limit, fallback or candidate that is gone, another effort, another model.
 */
public final class Mutants {
    private final PolicyIr policy;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(PolicyIr policy) {
        this.policy = policy;
    }

    /** All mutants, in the order of the policy. */
    public static List<Mutant> of(PolicyIr policy) {
        var made = new Mutants(policy);
        var seen = new LinkedHashSet<Condition>();
        policy.buckets().forEach(line -> made.conditions(line.when(), seen));
        policy.rules().forEach(rule -> made.rule(rule, seen));
        made.rule(policy.otherwise(), seen);
        policy.limits().forEach(limit -> made.limit(limit, seen));
        return List.copyOf(made.mutants);
    }

    private void add(String change, Span span, PolicyIr mutant) {
        mutants.add(new Mutant(change, span, mutant));
    }

    private void rule(RuleIr rule, Set<Condition> seen) {
        conditions(rule.when(), seen);
        if (!rule.equals(policy.otherwise())) {
            var others =
                    policy.rules().stream().filter(other -> !other.equals(rule)).toList();
            add(
                    "rule `" + rule.name() + "` is gone",
                    rule.span(),
                    policy.deciding(policy.buckets(), policy.waiting(), others, policy.otherwise(), policy.limits()));
        }
        switch (rule.choice()) {
            case ChoiceIr.One(PlanIr plan) -> plan(plan);
            case ChoiceIr.Several several -> choice(rule, several, seen);
        }
        for (PlanIr fallback : rule.fallbacks()) {
            plan(fallback);
            var others = rule.fallbacks().stream()
                    .filter(other -> !other.equals(fallback))
                    .toList();
            add(
                    "the fallback `" + fallback.model().alias() + "` is gone",
                    fallback.span(),
                    replaced(rule, new RuleIr(rule.name(), rule.when(), rule.choice(), others, rule.span())));
        }
    }

    private PolicyIr replaced(RuleIr rule, RuleIr by) {
        return policy.deciding(
                policy.buckets(),
                policy.waiting(),
                policy.rules().stream()
                        .map(other -> other.equals(rule) ? by : other)
                        .toList(),
                policy.otherwise().equals(rule) ? by : policy.otherwise(),
                policy.limits());
    }

    private void choice(RuleIr rule, ChoiceIr.Several choice, Set<Condition> seen) {
        choice.candidates().forEach(candidate -> conditions(candidate.where(), seen));
        for (int gone = 0;
                gone < choice.candidates().size() && choice.candidates().size() > 1;
                gone++) {
            int without = gone;
            var others = IntStream.range(0, choice.candidates().size())
                    .filter(at -> at != without)
                    .mapToObj(choice.candidates()::get)
                    .toList();
            var fewer = new ChoiceIr.Several(choice.goal(), others, choice.span());
            add(
                    "a candidate is gone",
                    choice.candidates().get(gone).plan().span(),
                    replaced(rule, new RuleIr(rule.name(), rule.when(), fewer, rule.fallbacks(), rule.span())));
        }
    }

    private void plan(PlanIr plan) {
        var efforts = plan.model().model().efforts();
        Stream.of(efforts.lower(plan.effort()), efforts.higher(plan.effort()))
                .filter(effort -> effort != null)
                .forEach(effort -> add(
                        "`effort " + plan.effort().word() + "` became `effort " + effort.word() + "`",
                        plan.span(),
                        Rewrite.of(plan, with(plan, plan.model(), effort)).policy(policy)));
        policy.models().stream()
                .filter(model -> !model.model().id().equals(plan.model().model().id()))
                .findFirst()
                .ifPresent(model -> add(
                        "`" + plan.model().alias() + "` became `" + model.alias() + "`",
                        plan.span(),
                        Rewrite.of(plan, with(plan, model, plan.effort())).policy(policy)));
    }

    private static PlanIr with(PlanIr plan, PolicyModel model, Effort effort) {
        return new PlanIr(model, effort, plan.thinking(), plan.cap(), plan.timeout(), plan.span());
    }

    private void limit(LimitIr limit, Set<Condition> seen) {
        conditions(limit.when(), seen);
        add(
                "the limit `" + limit.name() + "` is gone",
                limit.span(),
                policy.limitedBy(policy.limits().stream()
                        .filter(other -> !other.equals(limit))
                        .toList()));
    }

    private void conditions(Condition condition, Set<Condition> seen) {
        if (!seen.add(condition)) {
            return;
        }
        switch (condition) {
            case Condition.Always _ -> {}
            case Condition.And(var parts, var span) -> {
                negated(condition, span);
                parts.forEach(part -> conditions(part, seen));
            }
            case Condition.Or(var parts, var span) -> {
                negated(condition, span);
                parts.forEach(part -> conditions(part, seen));
            }
            // what it negates is negated itself
            case Condition.Not(var part, var _) -> conditions(part, seen);
            case Condition.Named(var _, var meaning, var _) -> conditions(meaning, seen);
            case Condition.Compare compare -> compare(compare);
            case Condition.Among(int slot, var positions, var span) -> {
                negated(condition, span);
                // a longer list is what `is not` and `not in` leave
                if (positions.size() > 1 && 2 * positions.size() <= values(slot)) {
                    positions.stream()
                            .sorted()
                            .forEach(position -> add(
                                    "a value is gone",
                                    span,
                                    Rewrite.of(condition, new Condition.Among(slot, without(positions, position), span))
                                            .policy(policy)));
                }
            }
            case Condition.TextAmong(int slot, var texts, var span) -> {
                negated(condition, span);
                if (texts.size() > 1) {
                    texts.stream()
                            .sorted()
                            .forEach(text -> add(
                                    "`\"" + text + "\"` is gone",
                                    span,
                                    Rewrite.of(condition, new Condition.TextAmong(slot, without(texts, text), span))
                                            .policy(policy)));
                }
            }
            case Condition.TextMatches _, Condition.HasMember _, Condition.InBucket _ ->
                negated(condition, condition.span());
        }
    }

    private int values(int slot) {
        return policy.schema().feature(slot).type() instanceof FeatureType.OneOf(var values, var _) ? values.size() : 2;
    }

    private static <T> Set<T> without(Set<T> all, T one) {
        var others = new LinkedHashSet<>(all);
        others.remove(one);
        return others;
    }

    private void negated(Condition condition, Span span) {
        add(
                "the condition is negated",
                span,
                Rewrite.of(condition, new Condition.Not(condition, span)).policy(policy));
    }

    private void compare(Condition.Compare compare) {
        Stream.of(compare.comparison().negated(), moved(compare.comparison()))
                .filter(comparison -> comparison != compare.comparison())
                .forEach(comparison -> add(
                        "`" + compare.comparison().sign() + "` became `" + comparison.sign() + "`",
                        compare.span(),
                        Rewrite.of(
                                        compare,
                                        new Condition.Compare(
                                                comparison,
                                                compare.left(),
                                                compare.right(),
                                                compare.parts(),
                                                compare.wide(),
                                                compare.span()))
                                .policy(policy)));
    }

    /** The comparison that differs at the bound alone. */
    private static Comparison moved(Comparison comparison) {
        return switch (comparison) {
            case LESS -> Comparison.AT_MOST;
            case AT_MOST -> Comparison.LESS;
            case GREATER -> Comparison.AT_LEAST;
            case AT_LEAST -> Comparison.GREATER;
            case EQUAL -> Comparison.AT_LEAST;
            case NOT_EQUAL -> Comparison.LESS;
        };
    }
}
