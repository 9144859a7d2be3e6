package dev.mete.prove.mutate;

import dev.mete.engine.ir.BucketIr;
import dev.mete.engine.ir.CandidateIr;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.ir.WaitingIr;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes a policy anew with other conditions or plans. Immutable. */
record Rewrite(UnaryOperator<Condition> conditions, UnaryOperator<PlanIr> plans) {
    /** With another condition in each place where one stands that is the same. */
    static Rewrite of(Condition from, Condition to) {
        return new Rewrite(condition -> condition.equals(from) ? to : condition, plan -> plan);
    }

    /** With another plan in its place. */
    static Rewrite of(PlanIr from, PlanIr to) {
        return new Rewrite(condition -> condition, plan -> plan.equals(from) ? to : plan);
    }

    PolicyIr policy(PolicyIr policy) {
        return policy.deciding(
                policy.buckets().stream()
                        .map(line -> new BucketIr(line.name(), line.bucket(), condition(line.when()), line.span()))
                        .toList(),
                policy.waiting().stream()
                        .map(line -> new WaitingIr(line.nanosPerSecond(), condition(line.when()), line.span()))
                        .toList(),
                policy.rules().stream().map(this::rule).toList(),
                rule(policy.otherwise()),
                policy.limits().stream()
                        .map(limit -> new LimitIr(limit.name(), limit.bound(), condition(limit.when()), limit.span()))
                        .toList());
    }

    private RuleIr rule(RuleIr rule) {
        return new RuleIr(
                rule.name(),
                condition(rule.when()),
                choice(rule.choice()),
                rule.fallbacks().stream().map(plans).toList(),
                rule.span());
    }

    private ChoiceIr choice(ChoiceIr choice) {
        return switch (choice) {
            case ChoiceIr.One(PlanIr plan) -> new ChoiceIr.One(plans.apply(plan));
            // what candidates are compared by was worked out from their plans, so that these stay
            case ChoiceIr.Several(var goal, var candidates, var span) ->
                new ChoiceIr.Several(
                        goal,
                        candidates.stream()
                                .map(candidate -> new CandidateIr(
                                        candidate.plan(),
                                        condition(candidate.where()),
                                        candidate.worth(),
                                        candidate.value()))
                                .toList(),
                        span);
        };
    }

    private Condition condition(Condition condition) {
        Condition other = conditions.apply(condition);
        if (!other.equals(condition)) {
            return other;
        }
        return switch (condition) {
            case Condition.And(var parts, var span) -> new Condition.And(conditions(parts), span);
            case Condition.Or(var parts, var span) -> new Condition.Or(conditions(parts), span);
            case Condition.Not(var part, var span) -> new Condition.Not(condition(part), span);
            case Condition.Named(var name, var meaning, var span) ->
                new Condition.Named(name, condition(meaning), span);
            case Condition.Always _,
                    Condition.Compare _,
                    Condition.Among _,
                    Condition.TextAmong _,
                    Condition.TextMatches _,
                    Condition.HasMember _,
                    Condition.InBucket _ -> condition;
        };
    }

    private List<Condition> conditions(List<Condition> parts) {
        return parts.stream().map(this::condition).toList();
    }
}
