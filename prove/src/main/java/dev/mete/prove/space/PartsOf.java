package dev.mete.prove.space;

import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.CandidateIr;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.ir.RuleIr;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All that a policy asks of tasks. */
final class PartsOf {
    private PartsOf() {}

    /** The conditions of bucket lines, rules, candidates and limits. */
    static Stream<Condition> conditions(PolicyIr policy) {
        return Stream.of(
                        policy.buckets().stream().map(line -> line.when()),
                        rules(policy).map(RuleIr::when),
                        rules(policy).flatMap(PartsOf::candidates).map(CandidateIr::where),
                        policy.limits().stream().map(LimitIr::when))
                .flatMap(conditions -> conditions);
    }

    /** The amounts that candidates are compared by, and those of plans and limits. */
    static Stream<Amount> amounts(PolicyIr policy) {
        return Stream.of(
                        rules(policy).flatMap(PartsOf::candidates).map(CandidateIr::value),
                        rules(policy).flatMap(PartsOf::plans).flatMap(PartsOf::quantities),
                        policy.limits().stream().flatMap(PartsOf::quantities))
                .flatMap(amounts -> amounts);
    }

    private static Stream<RuleIr> rules(PolicyIr policy) {
        return Stream.concat(policy.rules().stream(), Stream.of(policy.otherwise()));
    }

    private static Stream<CandidateIr> candidates(RuleIr rule) {
        return switch (rule.choice()) {
            case ChoiceIr.One _ -> Stream.of();
            case ChoiceIr.Several(var _, var candidates, var _) -> candidates.stream();
        };
    }

    private static Stream<PlanIr> plans(RuleIr rule) {
        return Stream.of(rule.choice().plans(), rule.fallbacks()).flatMap(List::stream);
    }

    private static Stream<Amount> quantities(PlanIr plan) {
        return Stream.of(plan.thinking(), plan.cap(), plan.timeout())
                .filter(Objects::nonNull)
                .map(Quantity::numerator);
    }

    private static Stream<Amount> quantities(LimitIr limit) {
        return switch (limit.bound()) {
            case Bound.EffortAtMost _ -> Stream.of();
            case Bound.ThinkingAtMost(var tokens) -> Stream.of(tokens.numerator());
            case Bound.CapAtMost(var tokens) -> Stream.of(tokens.numerator());
            case Bound.CostAtMost(var nanos) -> Stream.of(nanos.numerator());
            case Bound.TimeoutAtMost(var millis) -> Stream.of(millis.numerator());
        };
    }
}
