package dev.mete.prove.diff;

import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.task.Task;
import dev.mete.prove.Regions;
import dev.mete.prove.Share;
import dev.mete.prove.search.Answer;
import dev.mete.prove.search.Budget;
import dev.mete.prove.search.Leaf;
import dev.mete.prove.search.Search;
import dev.mete.prove.search.Witness;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Point;
import dev.mete.prove.space.Region;
import dev.mete.prove.space.Simplify;
import dev.mete.prove.space.Space;
import dev.mete.prove.space.Translate;
import dev.mete.prove.words.RegionText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the tasks that two policies decide otherwise. A decision differs only where a rule decides that the other policy does not have in this order, a limit
 * holds that the other does not have, or the buckets differ; so only there it is looked for. Not thread-safe.
 */
public final class DiffPolicies {
    private final Space space;
    private final Side before;
    private final Side after;
    private final Formula bucketsDiffer;
    private final int commonLimits;
    private final boolean haveSameLimits;
    private final Differ differ;
    private final Budget budget;
    private final Search search;
    private final Witness witness;
    private final RegionText text;
    private final Evaluator decideBefore;
    private final Evaluator decideAfter;
    private boolean isAll = true;

    private DiffPolicies(Limits policies, Space space, Budget budget) {
        this.space = space;
        this.before = new Side(policies.before(), space, 0);
        this.after = new Side(policies.after(), space, 1);
        this.commonLimits = policies.common();
        this.haveSameLimits = policies.areSame();
        boolean haveSameBuckets = new Keys(policies.before(), space)
                .bucketLines()
                .equals(new Keys(policies.after(), space).bucketLines());
        this.bucketsDiffer = haveSameBuckets ? Formula.NO : Differ.buckets(space);
        this.differ = new Differ(space, before, after, bucketsDiffer, haveSameLimits);
        this.budget = budget;
        this.search = new Search(space, budget);
        this.witness = new Witness(space);
        this.text = new RegionText(space);
        this.decideBefore = new Evaluator(policies.before(), NativeEngine.NAME);
        this.decideAfter = new Evaluator(policies.after(), NativeEngine.NAME);
    }

    /**
     * All differences, as far as the budget for each question goes.
     *
     * @param most how many regions are described for each pair of rules
     * @return nothing where the tasks of the one policy have nothing in common with those of the other; then the notes say why
     */
    public static Optional<Difference> of(
            PolicyIr before, PolicyIr after, Budget budget, int most, List<String> notes) {
        return Common.of(before, after, notes).map(common -> {
            var space = Space.of(List.of(common.before(), common.after()), List.of());
            var policies = Limits.of(common.before(), common.after(), space);
            return new DiffPolicies(policies, space, budget).find(most, notes);
        });
    }

    /**
     * One task that two policies of the same features decide otherwise.
     *
     * @param budget for the whole search
     */
    public static Example example(PolicyIr before, PolicyIr after, Budget budget) {
        budget.begin();
        var space = Space.of(List.of(before, after), List.of());
        return new DiffPolicies(Limits.of(before, after, space), space, budget).example();
    }

    private Example example() {
        boolean isDecided = true;
        var seen = new ArrayList<Pair>();
        for (List<Formula> trigger : triggers()) {
            var formulas = new ArrayList<>(buckets());
            formulas.addAll(trigger);
            seen.forEach(pair -> formulas.add(isNot(pair)));
            Answer answer = search.find(Region.all(space), formulas);
            while (answer instanceof Answer.Found(Leaf leaf)) {
                var point = point(witness.of(leaf));
                var pair = new Pair(before.decider(point), after.decider(point));
                seen.add(pair);
                formulas.add(isNot(pair));
                var differing = new ArrayList<>(buckets());
                differing.addAll(decides(pair));
                differing.add(new Simplify(Region.all(space)).formula(differ.decisions(pair)));
                switch (search.find(Region.all(space), differing)) {
                    case Answer.Found(Leaf found) -> {
                        Task task = witness.of(found);
                        return new Example.Other(task, decideBefore.decide(task), decideAfter.decide(task));
                    }
                    case Answer.None _ -> {}
                    case Answer.NotDecided() -> isDecided = false;
                }
                answer = search.find(Region.all(space), formulas);
            }
            isDecided &= answer instanceof Answer.None;
        }
        return isDecided ? new Example.Same() : new Example.NotDecided();
    }

    private Difference find(int most, List<String> notes) {
        Map<Pair, List<Change>> changes = new LinkedHashMap<>();
        for (Pair pair : pairs()) {
            changes.put(pair, changes(pair, most));
        }
        var all = changes.values().stream()
                .filter(those -> !those.isEmpty())
                .sorted(Comparator.comparingDouble(DiffPolicies::share).reversed())
                .flatMap(List::stream)
                .toList();
        return new Difference(notes, bucketChanges(most), all, isAll);
    }

    private List<BucketChange> bucketChanges(int most) {
        var changes = new ArrayList<BucketChange>();
        for (Bucket old : Bucket.values()) {
            for (Bucket now : Bucket.values()) {
                if (old != now && !bucketsDiffer.equals(Formula.NO)) {
                    budget.begin();
                    var sought = List.of(
                            new Translate(space, 0, null).in(Set.of(old)),
                            new Translate(space, 1, null).in(Set.of(now)));
                    var regions = new Regions(
                            space, search, List.of(before.lines(), after.lines()), sought, Formula.YES, false);
                    Stream.generate(regions::next)
                            .takeWhile(Optional::isPresent)
                            .flatMap(Optional::stream)
                            .limit(most)
                            .map(found ->
                                    new BucketChange(old, now, text.of(found.region(), found.rest()), found.witness()))
                            .forEach(changes::add);
                }
            }
        }
        return changes;
    }

    private static double share(List<Change> changes) {
        return changes.stream().mapToDouble(Change::share).sum();
    }

    /** The pairs of rules whose decisions can differ, as far as the search gets. */
    private List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (List<Formula> trigger : triggers()) {
            budget.begin();
            var formulas = new ArrayList<>(buckets());
            formulas.addAll(trigger);
            pairs.forEach(pair -> formulas.add(isNot(pair)));
            Answer answer = search.find(Region.all(space), formulas);
            while (answer instanceof Answer.Found(Leaf leaf)) {
                var point = point(witness.of(leaf));
                var pair = new Pair(before.decider(point), after.decider(point));
                pairs.add(pair);
                formulas.add(isNot(pair));
                answer = search.find(Region.all(space), formulas);
            }
            isAll &= answer instanceof Answer.None;
        }
        return pairs;
    }

    private Point point(Task task) {
        return Point.ofEach(
                space, task, List.of(before.lines().bucketLines(), after.lines().bucketLines()));
    }

    private List<Formula> buckets() {
        return Stream.concat(before.lines().buckets().stream(), after.lines().buckets().stream())
                .toList();
    }

    private List<Formula> decides(Pair pair) {
        return Stream.concat(
                        before.lines().decides(pair.before()).stream(), after.lines().decides(pair.after()).stream())
                .toList();
    }

    private Formula isNot(Pair pair) {
        return space.not(Formula.all(decides(pair)));
    }

    /** Where alone a decision can differ. */
    private List<List<Formula>> triggers() {
        var triggers = new ArrayList<List<Formula>>();
        var rules = Kept.of(new Keys(before.policy(), space).rules(), new Keys(after.policy(), space).rules());
        rules.onlyBefore().stream().forEach(rule -> triggers.add(before.lines().decides(rule)));
        rules.onlyAfter().stream().forEach(rule -> triggers.add(after.lines().decides(rule)));
        addLimits(before, triggers);
        addLimits(after, triggers);
        if (!bucketsDiffer.equals(Formula.NO)) {
            triggers.add(List.of(bucketsDiffer));
        }
        return triggers;
    }

    private void addLimits(Side side, List<List<Formula>> triggers) {
        for (int limit = commonLimits; limit < side.policy().limits().size(); limit++) {
            triggers.add(List.of(side.lines().limitHolds(limit)));
        }
    }

    private List<Change> changes(Pair pair, int most) {
        budget.begin();
        var changes = new ArrayList<Change>();
        var regions = new Regions(
                space, search, List.of(before.lines(), after.lines()), decides(pair), differ.decisions(pair), true);
        while (changes.size() < most) {
            var found = regions.next();
            if (found.isEmpty()) {
                isAll &= regions.isAll();
                return sorted(changes);
            }
            changes.add(change(pair, found.get()));
        }
        isAll &= regions.next().isEmpty() && regions.isAll();
        return sorted(changes);
    }

    private static List<Change> sorted(List<Change> changes) {
        return changes.stream()
                .sorted(Comparator.comparingDouble(Change::share).reversed())
                .toList();
    }

    private Change change(Pair pair, Regions.Found found) {
        return new Change(
                before.rule(pair.before()).name(),
                after.rule(pair.after()).name(),
                text.of(found.region(), found.rest()),
                found.isEach(),
                Share.of(found.region()),
                found.witness(),
                decideBefore.decide(found.witness()),
                decideAfter.decide(found.witness()));
    }
}
