package dev.mete.prove.cover;

import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.Task;
import dev.mete.prove.Lines;
import dev.mete.prove.diff.DiffPolicies;
import dev.mete.prove.diff.Example;
import dev.mete.prove.plan.DecideAll;
import dev.mete.prove.search.Answer;
import dev.mete.prove.search.Budget;
import dev.mete.prove.search.Search;
import dev.mete.prove.search.Witness;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Region;
import dev.mete.prove.space.Space;
import dev.mete.prove.space.Translate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Finds tasks that reach what tests do not. Not thread-safe. */
public final class Reach {
    private final PolicyIr policy;
    private final Budget budget;
    private final Space space;
    private final Lines lines;
    private final Translate translate;
    private final Search search;
    private final Witness witness;
    private final Map<Goal, List<List<Formula>>> ways = new LinkedHashMap<>();
    private final Map<Bound, List<List<Formula>>> bounds = new LinkedHashMap<>();

    /** For one policy, with a budget for each goal. */
    public Reach(PolicyIr policy, Budget budget) {
        this.policy = policy;
        this.budget = budget;
        var values = new LinkedHashSet<Condition>();
        parts(policy).forEach(part -> bounds(part).forEach(bound -> values.add(bound.condition())));
        this.space = Space.of(policy, values);
        this.lines = new Lines(policy, space, 0);
        this.translate = new Translate(space);
        this.search = new Search(space, budget);
        this.witness = new Witness(space);
        addWays();
    }

    /** What came of the search for a task. */
    public sealed interface Found {
        /** This one reaches it. */
        record By(Task task) implements Found {}

        /** None does, for certain. */
        record Never() implements Found {}

        /** The search ended before it could tell. */
        record NotDecided() implements Found {}
    }

    /**
     * A value at which a comparison of one feature changes its answer, or right beside one.
     *
     * @param compare the comparison
     */
    public record Bound(Condition.Compare compare, int slot, long value) {
        Condition condition() {
            return new Condition.Compare(
                    Comparison.EQUAL, new Amount.Slot(slot), new Amount.Fixed(value), 1, compare.span());
        }
    }

    /** A task that reaches a goal. */
    public Found task(Goal goal) {
        budget.begin();
        return goal.kind() == Goal.Kind.LIMIT ? limit(goal) : any(ways.getOrDefault(goal, List.of()));
    }

    /** The values just below, at and just above each bound of a comparison of one feature, each once. */
    public List<Bound> bounds() {
        return List.copyOf(bounds.keySet());
    }

    /** A task with a value where its comparison is asked. */
    public Found task(Bound bound) {
        budget.begin();
        return any(bounds.getOrDefault(bound, List.of()));
    }

    private Found any(List<List<Formula>> any) {
        boolean isAll = true;
        for (List<Formula> formulas : any) {
            switch (search.find(Region.all(space), formulas)) {
                case Answer.Found(var leaf) -> {
                    return new Found.By(witness.of(leaf));
                }
                case Answer.None _ -> {}
                case Answer.NotDecided() -> isAll = false;
            }
        }
        return isAll ? new Found.Never() : new Found.NotDecided();
    }

    /** A limit lowers something where the policy without it decides otherwise. */
    private Found limit(Goal goal) {
        List<LimitIr> others = policy.limits().stream()
                .filter(limit -> !limit.span().equals(goal.span()))
                .toList();
        return switch (DiffPolicies.example(policy.limitedBy(others), policy, budget)) {
            case Example.Other(Task task, var _, var _) -> new Found.By(task);
            case Example.Same() -> new Found.Never();
            case Example.NotDecided() -> new Found.NotDecided();
        };
    }

    private void addWays() {
        for (int line = 0; line < policy.buckets().size(); line++) {
            var bucket = policy.buckets().get(line);
            var before = Stream.concat(lines.buckets().stream(), lines.noBucketLineBefore(line).stream())
                    .toList();
            way(new Goal(Goal.Kind.BUCKET_LINE, bucket.name(), bucket.span()), before, lines.bucketLine(line));
            sides(bucket.when(), before);
        }
        var decideAll = new DecideAll(policy, space, 0);
        for (int at = 0; at <= policy.rules().size(); at++) {
            RuleIr rule = at < policy.rules().size() ? policy.rules().get(at) : policy.otherwise();
            rule(rule, at, decideAll);
        }
        policy.limits().forEach(limit -> sides(limit.when(), lines.buckets()));
    }

    private void rule(RuleIr rule, int at, DecideAll decideAll) {
        var before = Stream.concat(lines.buckets().stream(), lines.noRuleBefore(at).stream())
                .toList();
        var decides = Stream.concat(lines.buckets().stream(), lines.decides(at).stream())
                .toList();
        way(Goals.of(rule), decides, List.of());
        sides(rule.when(), before);
        Goals.candidates(rule).forEach(candidate -> sides(candidate.where(), decides));
        var taken = decideAll.fallbacks(rule);
        for (int fallback = 0; fallback < taken.size(); fallback++) {
            PlanIr plan = rule.fallbacks().get(fallback);
            way(Goals.fallback(plan), decides, List.of(DecideAll.takes(taken.get(fallback))));
        }
    }

    private void way(Goal goal, List<Formula> before, List<Formula> more) {
        ways.computeIfAbsent(goal, _ -> new ArrayList<>())
                .add(Stream.concat(before.stream(), more.stream()).toList());
    }

    private void sides(Condition condition, List<Formula> before) {
        Sides.paths(condition, translate, before, (part, path) -> {
            way(Goals.side(part, true), path, List.of(translate.formula(part)));
            way(Goals.side(part, false), path, List.of(translate.opposite(part)));
            for (Bound bound : bounds(part)) {
                bounds.computeIfAbsent(bound, _ -> new ArrayList<>())
                        .add(Stream.concat(path.stream(), Stream.of(translate.formula(bound.condition())))
                                .toList());
            }
        });
    }

    private static Stream<Condition> parts(PolicyIr policy) {
        var all = new ArrayList<Condition>();
        policy.buckets().forEach(line -> Sides.each(line.when(), all::add));
        Goals.rules(policy).forEach(rule -> Sides.each(rule.when(), all::add));
        policy.limits().forEach(limit -> Sides.each(limit.when(), all::add));
        return all.stream();
    }

    private List<Bound> bounds(Condition part) {
        return part instanceof Condition.Compare compare && compare.left() instanceof Amount.Slot(int slot)
                ? bounds(compare, slot)
                : List.of();
    }

    private List<Bound> bounds(Condition.Compare compare, int slot) {
        return compare.right() instanceof Amount.Fixed(long value)
                        && policy.schema().feature(slot).type()
                                instanceof FeatureType.Quantity(var _, long least, long most)
                ? LongStream.of(value - 1, value, value + 1)
                        .filter(number -> least <= number && number <= most)
                        .mapToObj(number -> new Bound(compare, slot, number))
                        .toList()
                : List.of();
    }
}
