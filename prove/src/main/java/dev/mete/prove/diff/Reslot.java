package dev.mete.prove.diff;

import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.BucketIr;
import dev.mete.engine.ir.CandidateIr;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.ir.WaitingIr;
import dev.mete.engine.task.TaskSchema;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a policy anew over the features of another schema. Claims and tests are left out. */
final class Reslot {
    /**
     * What becomes of a feature.
     *
     * @param slot its slot in the other schema
     * @param positions where each value of a closed type stands there; null for other types, with -1 for a value that is not there
     */
    record Moved(int slot, @Nullable List<Integer> positions) {}

    private final TaskSchema schema;
    private final IntFunction<Moved> moved;

    Reslot(TaskSchema schema, IntFunction<Moved> moved) {
        this.schema = schema;
        this.moved = moved;
    }

    PolicyIr policy(PolicyIr policy) {
        return new PolicyIr(
                policy.name(),
                policy.language(),
                policy.revision(),
                policy.catalog(),
                policy.models(),
                schema,
                policy.buckets().stream()
                        .map(line -> new BucketIr(line.name(), line.bucket(), condition(line.when()), line.span()))
                        .toList(),
                policy.waiting().stream()
                        .map(line -> new WaitingIr(line.nanosPerSecond(), condition(line.when()), line.span()))
                        .toList(),
                policy.rules().stream().map(this::rule).toList(),
                rule(policy.otherwise()),
                policy.limits().stream().map(this::limit).toList(),
                List.of(),
                List.of(),
                policy.sources());
    }

    private RuleIr rule(RuleIr rule) {
        return new RuleIr(
                rule.name(),
                condition(rule.when()),
                choice(rule.choice()),
                rule.fallbacks().stream().map(this::plan).toList(),
                rule.span());
    }

    private ChoiceIr choice(ChoiceIr choice) {
        return switch (choice) {
            case ChoiceIr.One(var plan) -> new ChoiceIr.One(plan(plan));
            case ChoiceIr.Several(var goal, var candidates, var span) ->
                new ChoiceIr.Several(
                        goal,
                        candidates.stream()
                                .map(candidate -> new CandidateIr(
                                        plan(candidate.plan()),
                                        condition(candidate.where()),
                                        candidate.worth(),
                                        amount(candidate.value())))
                                .toList(),
                        span);
        };
    }

    private PlanIr plan(PlanIr plan) {
        return new PlanIr(
                plan.model(),
                plan.effort(),
                optional(plan.thinking()),
                optional(plan.cap()),
                optional(plan.timeout()),
                plan.span());
    }

    private LimitIr limit(LimitIr limit) {
        Bound bound = switch (limit.bound()) {
            case Bound.EffortAtMost effort -> effort;
            case Bound.ThinkingAtMost(var tokens) -> new Bound.ThinkingAtMost(quantity(tokens));
            case Bound.CapAtMost(var tokens) -> new Bound.CapAtMost(quantity(tokens));
            case Bound.CostAtMost(var nanos) -> new Bound.CostAtMost(quantity(nanos));
            case Bound.TimeoutAtMost(var millis) -> new Bound.TimeoutAtMost(quantity(millis));
        };
        return new LimitIr(limit.name(), bound, condition(limit.when()), limit.span());
    }

    private @Nullable Quantity optional(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity(quantity);
    }

    private Quantity quantity(Quantity quantity) {
        return new Quantity(amount(quantity.numerator()), quantity.divisor(), quantity.span());
    }

    private Condition condition(Condition condition) {
        return switch (condition) {
            case Condition.Always _, Condition.InBucket _ -> condition;
            case Condition.And(var parts, var span) -> new Condition.And(conditions(parts), span);
            case Condition.Or(var parts, var span) -> new Condition.Or(conditions(parts), span);
            case Condition.Not(var part, var span) -> new Condition.Not(condition(part), span);
            case Condition.Named(var name, var meaning, var span) ->
                new Condition.Named(name, condition(meaning), span);
            case Condition.Compare(var comparison, var left, var right, long parts, boolean wide, var span) ->
                new Condition.Compare(comparison, amount(left), amount(right), parts, wide, span);
            case Condition.Among(int slot, var positions, var span) ->
                new Condition.Among(slot(slot), positions(slot, positions), span);
            case Condition.TextAmong(int slot, var texts, var span) -> new Condition.TextAmong(slot(slot), texts, span);
            case Condition.TextMatches(int slot, var match, var text, var span) ->
                new Condition.TextMatches(slot(slot), match, text, span);
            case Condition.HasMember(int slot, var member, var span) ->
                new Condition.HasMember(slot(slot), member, span);
        };
    }

    private List<Condition> conditions(List<Condition> parts) {
        return parts.stream().map(this::condition).toList();
    }

    private int slot(int slot) {
        return moved.apply(slot).slot();
    }

    /** A value that the other schema does not have is one that no common task has. */
    private Set<Integer> positions(int slot, Set<Integer> positions) {
        List<Integer> places = moved.apply(slot).positions();
        return places == null
                ? positions
                : positions.stream()
                        .map(position -> places.get(position))
                        .filter(place -> place >= 0)
                        .collect(Collectors.toSet());
    }

    private Amount amount(Amount amount) {
        return switch (amount) {
            case Amount.Fixed _ -> amount;
            case Amount.Slot(int slot) -> new Amount.Slot(slot(slot));
            case Amount.Sum(var terms) -> new Amount.Sum(amounts(terms));
            case Amount.Times(long factor, var part) -> new Amount.Times(factor, amount(part));
            case Amount.Least(var parts) -> new Amount.Least(amounts(parts));
            case Amount.Greatest(var parts) -> new Amount.Greatest(amounts(parts));
            case Amount.Case(var branches, var otherwise) ->
                new Amount.Case(
                        branches.stream()
                                .map(branch -> new Amount.Branch(condition(branch.when()), amount(branch.amount())))
                                .toList(),
                        amount(otherwise));
        };
    }

    private List<Amount> amounts(List<Amount> amounts) {
        return amounts.stream().map(this::amount).toList();
    }
}
