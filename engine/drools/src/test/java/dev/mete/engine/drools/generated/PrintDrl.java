package dev.mete.engine.drools.generated;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.Goal;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.ir.WaitingIr;
import dev.mete.engine.task.Unit;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a policy over the standard features as restricted DRL. */
public final class PrintDrl {
    private final StringBuilder text = new StringBuilder();

    private PrintDrl() {}

    /** The policy as the text of a rule file. */
    public static String of(PolicyIr policy) {
        return new PrintDrl().file(policy);
    }

    private String file(PolicyIr policy) {
        text.append("package ").append(policy.name().replace('-', '_')).append(";\n");
        for (String name : new String[] {"Task", "Bucket", "Effort"}) {
            text.append("import dev.mete.engine.drools.fact.").append(name).append(";\n");
        }
        text.append("global dev.mete.engine.drools.fact.Decision decision;\n");
        policy.buckets()
                .forEach(bucket -> rule(
                        bucket.name(),
                        "classify",
                        bucket.when(),
                        "decision.classify(" + constant(bucket.bucket()) + ");"));
        for (int i = 0; i < policy.waiting().size(); i++) {
            WaitingIr line = policy.waiting().get(i);
            var dollars = new Quantity(new Amount.Fixed(line.nanosPerSecond()), 1, line.span());
            rule(
                    "waiting " + i,
                    "wait",
                    line.when(),
                    "decision.waitingCostsUsdPerSecond(" + PrintAmount.quantity(dollars, Unit.MONEY) + ");");
        }
        policy.rules().forEach(this::route);
        route(policy.otherwise());
        for (int i = 0; i < policy.limits().size(); i++) {
            LimitIr limit = policy.limits().get(i);
            rule("limiting " + i, "limit", limit.when(), limit(limit));
        }
        return text.toString();
    }

    private void route(RuleIr rule) {
        String fallbacks = rule.fallbacks().stream()
                .map(fallback -> "\n    decision.fallback" + plan(fallback) + ";")
                .collect(Collectors.joining());
        rule(rule.name(), "route", rule.when(), "decision." + choice(rule.choice()) + ";" + fallbacks);
    }

    private static String choice(ChoiceIr choice) {
        return switch (choice) {
            case ChoiceIr.One(PlanIr plan) -> "route" + plan(plan);
            case ChoiceIr.Several(Goal goal, var candidates, var _) ->
                goal.name().toLowerCase(Locale.ROOT) + "Of()"
                        + candidates.stream()
                                .map(candidate -> "\n        .plan" + plan(candidate.plan()))
                                .collect(Collectors.joining())
                        + where(candidates.getFirst().where());
        };
    }

    /** The bounds, whose names are their words in DRL. */
    private static String where(Condition where) {
        return switch (where) {
            case Condition.And(var parts, var _) ->
                parts.stream().map(PrintDrl::where).collect(Collectors.joining());
            case Condition.Named(String words, var _, var _) -> "\n        ." + words;
            case Condition other -> throw new IllegalArgumentException("no words for " + other);
        };
    }

    private void rule(String name, String group, Condition when, String consequence) {
        String bucket = PrintCondition.asksForBucket(when) ? "$bucket : Bucket()\n    " : "";
        text.append("\nrule ")
                .append(PrintCondition.quoted(name))
                .append(" ruleflow-group \"")
                .append(group);
        text.append("\"\nwhen\n    ").append(bucket).append("$task : Task(").append(PrintCondition.constraints(when));
        text.append(")\nthen\n    ").append(consequence).append("\nend\n");
    }

    private static String plan(PlanIr plan) {
        return "(" + PrintCondition.quoted(plan.model().model().id()) + ", Effort."
                + plan.effort().name() + ")"
                + setting("thinking", plan.thinking(), Unit.TOKENS)
                + setting("cap", plan.cap(), Unit.TOKENS)
                + setting("timeoutMs", plan.timeout(), Unit.DURATION);
    }

    private static String setting(String name, @Nullable Quantity quantity, Unit unit) {
        return quantity == null ? "" : "." + name + "(" + PrintAmount.quantity(quantity, unit) + ")";
    }

    private static String limit(LimitIr limit) {
        String most = switch (limit.bound()) {
            case Bound.EffortAtMost(var effort) -> "Effort(Effort." + effort.name();
            case Bound.ThinkingAtMost(var tokens) -> "Thinking(" + PrintAmount.quantity(tokens, Unit.TOKENS);
            case Bound.CapAtMost(var tokens) -> "Cap(" + PrintAmount.quantity(tokens, Unit.TOKENS);
            case Bound.TimeoutAtMost(var millis) -> "TimeoutMs(" + PrintAmount.quantity(millis, Unit.DURATION);
            case Bound.CostAtMost(var nanos) -> "CostUsd(" + PrintAmount.quantity(nanos, Unit.MONEY);
        };
        return "decision.limit" + most + ", " + PrintCondition.quoted(limit.name()) + ");";
    }

    static String constant(Bucket bucket) {
        return "Bucket." + bucket.name().toUpperCase(Locale.ROOT);
    }
}
