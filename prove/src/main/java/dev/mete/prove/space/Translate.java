package dev.mete.prove.space;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.DecisionFeatures;
import dev.mete.engine.ir.Quantity;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts the conditions and amounts of a policy into the terms of a space. Stateless, thread-safe. */
public final class Translate {
    private final Space space;
    private final int policy;
    private final @Nullable DecisionParts parts;

    /** For conditions about tasks. */
    public Translate(Space space) {
        this(space, 0, null);
    }

    /**
     * For one of the policies of a space.
     *
     * @param parts what claims ask of one decision; null for conditions about tasks alone
     */
    public Translate(Space space, int policy, @Nullable DecisionParts parts) {
        this.space = space;
        this.policy = policy;
        this.parts = parts;
    }

    /** A condition as a formula. */
    public Formula formula(Condition condition) {
        return formula(condition, false);
    }

    /** The opposite of a condition as a formula. */
    public Formula opposite(Condition condition) {
        return formula(condition, true);
    }

    private Formula formula(Condition condition, boolean isNot) {
        return switch (condition) {
            case Condition.Always(boolean value, var _) -> value == isNot ? Formula.NO : Formula.YES;
            case Condition.And(var parts, var _) -> isNot ? any(parts, true) : all(parts, false);
            case Condition.Or(var parts, var _) -> isNot ? all(parts, true) : any(parts, false);
            case Condition.Not(var part, var _) -> formula(part, !isNot);
            case Condition.Named(var _, var meaning, var _) -> formula(meaning, isNot);
            case Condition.Compare(var comparison, var left, var right, var _, var _, var span) ->
                compare(
                        isNot ? comparison.negated() : comparison,
                        left,
                        right,
                        isNot ? Words.not(Words.of(span)) : Words.of(span));
            case Condition.Among(int slot, var positions, var _) ->
                part(slot)
                        .map(part -> constant(decision().isAmong(part, positions) != isNot))
                        .orElseGet(() -> among(slot, positions, isNot));
            case Condition.TextAmong(int slot, var texts, var _) ->
                part(slot)
                        .map(part -> constant(decision().isAmongTexts(part, texts) != isNot))
                        .orElseGet(() -> texts(slot, texts, isNot));
            case Condition.TextMatches(int slot, var match, var text, var _) ->
                part(slot)
                        .map(part -> constant(decision().matches(part, match, text) != isNot))
                        .orElseGet(() -> space.test(space.match(slot, match, text), Cells.only(isNot ? 0 : 1)));
            case Condition.HasMember(int slot, var member, var _) ->
                space.test(space.member(slot, member), Cells.only(isNot ? 0 : 1));
            case Condition.InBucket(var buckets, var _) -> in(buckets, isNot);
        };
    }

    private Optional<DecisionFeatures> part(int slot) {
        return DecisionFeatures.at(slot, space.schema().size());
    }

    private DecisionParts decision() {
        if (parts == null) {
            throw new IllegalStateException("a condition about a task asks for its decision");
        }
        return parts;
    }

    private static Formula constant(boolean value) {
        return value ? Formula.YES : Formula.NO;
    }

    private Formula all(List<Condition> parts, boolean isNot) {
        return Formula.all(parts.stream().map(part -> formula(part, isNot)).toList());
    }

    private Formula any(List<Condition> parts, boolean isNot) {
        return Formula.any(parts.stream().map(part -> formula(part, isNot)).toList());
    }

    private Formula test(int axis, BitSet bits, boolean isNot) {
        Cells cells = Cells.of(bits);
        return space.test(axis, isNot ? space.all(axis).minus(cells) : cells);
    }

    private Formula among(int slot, Set<Integer> positions, boolean isNot) {
        var bits = new BitSet();
        positions.forEach(bits::set);
        return test(space.axis(slot), bits, isNot);
    }

    /** Whether the bucket is one of several. */
    public Formula in(Set<Bucket> buckets) {
        return in(buckets, false);
    }

    private Formula in(Set<Bucket> buckets, boolean isNot) {
        int axis = space.bucketLines(policy);
        var lines = ((Axis.BucketLines) space.axes().get(axis)).to(buckets);
        return space.test(axis, isNot ? space.all(axis).minus(lines) : lines);
    }

    /** Whether a text is one of several. */
    public Formula texts(int slot, Set<String> texts) {
        return texts(slot, texts, false);
    }

    private Formula texts(int slot, Set<String> texts, boolean isNot) {
        int axis = space.axis(slot);
        var named = ((Axis.Texts) space.axes().get(axis)).named();
        var bits = new BitSet();
        IntStream.range(0, named.size())
                .filter(at -> texts.contains(named.get(at)))
                .forEach(bits::set);
        return test(axis, bits, isNot);
    }

    /** A comparison of two amounts in the same parts. */
    public Formula compare(Comparison comparison, Amount left, Amount right) {
        return compare(comparison, left, right, "");
    }

    private Formula compare(Comparison comparison, Amount left, Amount right, String words) {
        var linear = Linear.difference(left, right);
        if (linear.isPresent() && linear.get().factors().isEmpty()) {
            int sign = linear.get().fixed().signum();
            return comparison.holds(sign, 0) ? Formula.YES : Formula.NO;
        }
        if (isUnknown(left) || isUnknown(right)) {
            // what the catalog does not state makes no claim true
            return Formula.NO;
        }
        if (linear.isPresent()
                && linear.get().factors().size() == 1
                && part(linear.get().slot()).isEmpty()) {
            var cells = cells(linear.get(), comparison);
            if (cells.isPresent()) {
                int axis = space.axis(linear.get().slot());
                boolean isNot = comparison == Comparison.NOT_EQUAL;
                return space.test(axis, isNot ? space.all(axis).minus(cells.get()) : cells.get());
            }
        }
        return compare(comparison, whole(left), whole(right), words);
    }

    /** Whether an amount asks for a figure of a decision that the catalog does not state. */
    private boolean isUnknown(Amount amount) {
        return switch (amount) {
            case Amount.Fixed _ -> false;
            case Amount.Slot(int slot) ->
                part(slot).filter(part -> decision().number(part).isEmpty()).isPresent();
            case Amount.Sum(var terms) -> terms.stream().anyMatch(this::isUnknown);
            case Amount.Times(var _, var part) -> isUnknown(part);
            case Amount.Least(var parts) -> parts.stream().anyMatch(this::isUnknown);
            case Amount.Greatest(var parts) -> parts.stream().anyMatch(this::isUnknown);
            case Amount.Case(var branches, var otherwise) ->
                isUnknown(otherwise) || branches.stream().anyMatch(branch -> isUnknown(branch.amount()));
        };
    }

    /** The cells where a comparison of one feature holds, or for `!=` where it does not; nothing where cells do not tell that apart. */
    private Optional<Cells> cells(Linear linear, Comparison comparison) {
        var interval = linear.where(comparison == Comparison.NOT_EQUAL ? Comparison.EQUAL : comparison);
        long least = clamped(interval.least());
        long greatest = clamped(interval.greatest());
        return switch (space.axes().get(space.axis(linear.slot()))) {
            case Axis.Ranges ranges ->
                ranges.tellsApart(least, greatest) ? Optional.of(ranges.between(least, greatest)) : Optional.empty();
            case Axis.Positions(var _, int count) ->
                Optional.of(Cells.range(Math.clamp(least, 0, count), (int) Math.clamp(greatest, -1, count - 1L) + 1));
            case Axis.Texts _, Axis.Match _, Axis.Member _, Axis.Given _, Axis.BucketLines _ ->
                throw new IllegalArgumentException("a text compared as a number");
        };
    }

    private static long clamped(BigInteger number) {
        return number.max(BigInteger.valueOf(Long.MIN_VALUE))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }

    /** A comparison of two numbers. */
    public Formula compare(Comparison comparison, Whole left, Whole right) {
        return compare(comparison, left, right, "");
    }

    private static Formula compare(Comparison comparison, Whole left, Whole right, String words) {
        return switch (comparison) {
            case AT_MOST -> atMost(left, right, 0, words);
            case LESS -> atMost(left, right, 1, words);
            case AT_LEAST -> atMost(right, left, 0, words);
            case GREATER -> atMost(right, left, 1, words);
            case EQUAL ->
                Formula.all(List.of(
                        atMost(left, right, 0, Words.with(words, Comparison.AT_MOST)),
                        atMost(right, left, 0, Words.with(words, Comparison.AT_LEAST))));
            case NOT_EQUAL ->
                Formula.any(List.of(
                        atMost(left, right, 1, Words.with(words, Comparison.LESS)),
                        atMost(right, left, 1, Words.with(words, Comparison.GREATER))));
        };
    }

    private static Formula atMost(Whole left, Whole right, long more, String words) {
        Whole difference = Whole.sum(left, Whole.minus(right), Whole.of(more));
        return difference instanceof Whole.Fixed(var number)
                ? number.signum() <= 0 ? Formula.YES : Formula.NO
                : new Formula.AtMostZero(difference, words);
    }

    /** An amount. */
    public Whole whole(Amount amount) {
        return switch (amount) {
            case Amount.Fixed(long number) -> Whole.of(number);
            case Amount.Slot(int slot) ->
                part(slot)
                        .map(part -> decision().number(part).orElseThrow())
                        .orElseGet(() -> new Whole.Value(space.axis(slot)));
            case Amount.Sum(var terms) -> new Whole.Sum(wholes(terms));
            case Amount.Times(long factor, var part) -> new Whole.Times(BigInteger.valueOf(factor), whole(part));
            case Amount.Least(var parts) -> new Whole.Least(wholes(parts));
            case Amount.Greatest(var parts) -> new Whole.Greatest(wholes(parts));
            case Amount.Case(var branches, var otherwise) -> {
                Whole rest = whole(otherwise);
                for (Amount.Branch branch : branches.reversed()) {
                    rest = new Whole.Case(
                            formula(branch.when()), opposite(branch.when()), whole(branch.amount()), rest);
                }
                yield rest;
            }
        };
    }

    private List<Whole> wholes(List<Amount> amounts) {
        var terms = new ArrayList<Whole>();
        amounts.forEach(amount -> terms.add(whole(amount)));
        return terms;
    }

    /** A quantity, in the unit's smallest parts. */
    public Whole whole(Quantity quantity) {
        Whole numerator = whole(quantity.numerator());
        return quantity.divisor() == 1 ? numerator : new Whole.Floor(numerator, BigInteger.valueOf(quantity.divisor()));
    }
}
