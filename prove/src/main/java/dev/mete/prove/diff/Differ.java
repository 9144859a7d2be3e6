package dev.mete.prove.diff;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.Comparison;
import dev.mete.prove.plan.DecideAll;
import dev.mete.prove.plan.Fitted;
import dev.mete.prove.plan.Outcome;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Space;
import dev.mete.prove.space.Translate;
import dev.mete.prove.space.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where what two policies decide differs: the bucket, the plan, or what to try where it fails. Not thread-safe. */
final class Differ {
    private final Space space;
    private final Side before;
    private final Side after;
    private final Formula buckets;
    private final boolean haveSameLimits;
    private final List<Object> effectsBefore;
    private final List<Object> effectsAfter;
    private final Translate translate;

    /**
     * For two policies.
     *
     * @param buckets where their buckets differ
     */
    Differ(Space space, Side before, Side after, Formula buckets, boolean haveSameLimits) {
        this.space = space;
        this.before = before;
        this.after = after;
        this.buckets = buckets;
        this.haveSameLimits = haveSameLimits;
        this.effectsBefore = new Keys(before.policy(), space).effects();
        this.effectsAfter = new Keys(after.policy(), space).effects();
        this.translate = new Translate(space);
    }

    /** Where the buckets of two policies differ. */
    static Formula buckets(Space space) {
        var one = new Translate(space, 0, null);
        var other = new Translate(space, 1, null);
        return Formula.any(Stream.of(Bucket.values())
                .map(bucket -> Formula.all(List.of(one.in(Set.of(bucket)), space.not(other.in(Set.of(bucket))))))
                .toList());
    }

    /** Where the decisions differ of tasks that come to these rules. */
    Formula decisions(Pair pair) {
        var parts = new ArrayList<Formula>();
        parts.add(buckets);
        if (!haveSameLimits || !effectsBefore.get(pair.before()).equals(effectsAfter.get(pair.after()))) {
            for (Outcome one : before.outcomes(pair.before())) {
                for (Outcome other : after.outcomes(pair.after())) {
                    parts.add(Formula.all(List.of(one.when(), other.when(), outcomes(pair, one, other))));
                }
            }
        }
        return Formula.any(parts);
    }

    private Formula outcomes(Pair pair, Outcome one, Outcome other) {
        return one.plan() == null && other.plan() == null
                ? Formula.NO
                : Formula.any(List.of(
                        plans(one.plan(), other.plan()),
                        fallbacks(
                                before.fallbacks(pair.before(), one.tried()),
                                after.fallbacks(pair.after(), other.tried()))));
    }

    private Formula plans(@Nullable Fitted one, @Nullable Fitted other) {
        if (one == null || other == null) {
            return (one == null) == (other == null) ? Formula.NO : Formula.YES;
        }
        return one.model().id().equals(other.model().id()) && one.effort() == other.effort()
                ? Formula.any(List.of(
                        numbers(one.cap(), other.cap()),
                        numbers(one.thinking(), other.thinking()),
                        numbers(one.timeout(), other.timeout())))
                : Formula.YES;
    }

    private Formula numbers(Whole one, Whole other) {
        return one.equals(other) ? Formula.NO : translate.compare(Comparison.NOT_EQUAL, one, other);
    }

    /** Fallbacks whose model cannot take a task are left out of its decision. */
    private Formula fallbacks(List<List<Fitted>> one, List<List<Fitted>> other) {
        if (one.equals(other)) {
            return Formula.NO;
        }
        if (one.isEmpty() || other.isEmpty()) {
            return Formula.any(Stream.concat(one.stream(), other.stream())
                    .map(DecideAll::takes)
                    .toList());
        }
        var oneRest = one.subList(1, one.size());
        var otherRest = other.subList(1, other.size());
        Formula oneTakes = DecideAll.takes(one.getFirst());
        Formula otherTakes = DecideAll.takes(other.getFirst());
        return Formula.any(List.of(
                Formula.all(List.of(space.not(oneTakes), fallbacks(oneRest, other))),
                Formula.all(List.of(oneTakes, space.not(otherTakes), fallbacks(one, otherRest))),
                Formula.all(List.of(
                        oneTakes,
                        otherTakes,
                        Formula.any(List.of(ways(one.getFirst(), other.getFirst()), fallbacks(oneRest, otherRest)))))));
    }

    private Formula ways(List<Fitted> one, List<Fitted> other) {
        var parts = new ArrayList<Formula>();
        for (Fitted way : one) {
            for (Fitted otherWay : other) {
                parts.add(Formula.all(List.of(way.when(), otherWay.when(), plans(way, otherWay))));
            }
        }
        return Formula.any(parts);
    }
}
