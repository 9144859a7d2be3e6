package dev.mete.prove.cover;

import dev.mete.engine.decision.Decision;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.CandidateIr;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.RuleIr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that tests can reach of a policy. */
final class Goals {
    private Goals() {}

    /** All of them, in the order of the policy. */
    static Set<Goal> of(PolicyIr policy) {
        var goals = new LinkedHashSet<Goal>();
        policy.buckets().forEach(line -> {
            goals.add(new Goal(Goal.Kind.BUCKET_LINE, line.name(), line.span()));
            addSides(goals, line.when());
        });
        rules(policy).forEach(rule -> {
            goals.add(of(rule));
            addSides(goals, rule.when());
            candidates(rule).forEach(candidate -> addSides(goals, candidate.where()));
            rule.fallbacks().forEach(plan -> goals.add(fallback(plan)));
        });
        policy.limits().forEach(limit -> {
            goals.add(new Goal(Goal.Kind.LIMIT, limit.name(), limit.span()));
            addSides(goals, limit.when());
        });
        return goals;
    }

    private static void addSides(Set<Goal> goals, Condition condition) {
        Sides.each(condition, part -> {
            goals.add(side(part, true));
            goals.add(side(part, false));
        });
    }

    static Goal of(RuleIr rule) {
        return new Goal(Goal.Kind.RULE, rule.name(), rule.span());
    }

    static Goal fallback(PlanIr plan) {
        return new Goal(Goal.Kind.FALLBACK, words(plan.span()), plan.span());
    }

    static Goal side(Condition part, boolean holds) {
        return new Goal(holds ? Goal.Kind.TRUE : Goal.Kind.FALSE, words(part.span()), part.span());
    }

    private static String words(Span span) {
        return span.text().strip().replaceAll("\\s+", " ");
    }

    /** All rules, `otherwise` last. */
    static Stream<RuleIr> rules(PolicyIr policy) {
        return Stream.concat(policy.rules().stream(), Stream.of(policy.otherwise()));
    }

    static List<CandidateIr> candidates(RuleIr rule) {
        return switch (rule.choice()) {
            case ChoiceIr.One _ -> List.of();
            case ChoiceIr.Several(var _, var candidates, var _) -> candidates;
        };
    }

    /** Whether a decision has the plan of a fallback, or would try it next. */
    static boolean has(Decision decision, PlanIr fallback) {
        String model = fallback.model().model().id();
        return Stream.concat(Stream.of(decision.plan()), decision.fallbacks().stream())
                .anyMatch(plan -> plan.model().id().equals(model));
    }
}
