package dev.mete.engine.compiled;

import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The values of one feature for which a comparison holds, both ends inclusive; none where the least is above the most.
 *
 * @param slot the feature's
 */
record Interval(int slot, long least, long most) {
    private static final BigInteger LONG_LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MOST = BigInteger.valueOf(Long.MAX_VALUE);

    /** The interval of a comparison that asks for one feature, in linear form; nothing for any other, and for what leaves a gap. */
    static Optional<Interval> of(Condition.Compare compare) {
        OptionalInt slot = onlySlot(compare);
        if (slot.isEmpty() || !isLinear(compare.left()) || !isLinear(compare.right())) {
            return Optional.empty();
        }
        BigInteger at0 = at(compare.left(), 0).subtract(at(compare.right(), 0));
        BigInteger slope =
                at(compare.left(), 1).subtract(at(compare.right(), 1)).subtract(at0);
        if (slope.signum() == 0) {
            return Optional.empty();
        }
        // slope * x + at0 compared with 0, that is x with -at0 / slope, turned round where the slope is negative
        boolean isTurned = slope.signum() < 0;
        BigInteger quotient = isTurned ? at0 : at0.negate();
        return of(
                slot.getAsInt(), isTurned ? turned(compare.comparison()) : compare.comparison(), quotient, slope.abs());
    }

    /** The values that compare so with a fraction whose denominator is positive. */
    private static Optional<Interval> of(int slot, Comparison comparison, BigInteger over, BigInteger under) {
        BigInteger[] parts = over.divideAndRemainder(under);
        boolean isWhole = parts[1].signum() == 0;
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        BigInteger ceiling = isWhole ? floor : floor.add(BigInteger.ONE);
        return switch (comparison) {
            case EQUAL -> Optional.of(isWhole ? between(slot, floor, floor) : new Interval(slot, 1, 0));
            case NOT_EQUAL -> Optional.empty();
            case LESS -> Optional.of(between(slot, LONG_LEAST, ceiling.subtract(BigInteger.ONE)));
            case AT_MOST -> Optional.of(between(slot, LONG_LEAST, floor));
            case GREATER -> Optional.of(between(slot, floor.add(BigInteger.ONE), LONG_MOST));
            case AT_LEAST -> Optional.of(between(slot, ceiling, LONG_MOST));
        };
    }

    /** What is within both. */
    Interval and(Interval other) {
        return new Interval(slot, Math.max(least, other.least), Math.min(most, other.most));
    }

    private static Interval between(int slot, BigInteger least, BigInteger most) {
        return least.compareTo(LONG_MOST) > 0 || most.compareTo(LONG_LEAST) < 0
                ? new Interval(slot, 1, 0)
                : new Interval(
                        slot,
                        least.max(LONG_LEAST).longValueExact(),
                        most.min(LONG_MOST).longValueExact());
    }

    private static Comparison turned(Comparison comparison) {
        return switch (comparison) {
            case EQUAL, NOT_EQUAL -> comparison;
            case LESS -> Comparison.GREATER;
            case AT_MOST -> Comparison.AT_LEAST;
            case GREATER -> Comparison.LESS;
            case AT_LEAST -> Comparison.AT_MOST;
        };
    }

    private static OptionalInt onlySlot(Condition.Compare compare) {
        var slots = new BitSet();
        slots(compare.left(), slots);
        slots(compare.right(), slots);
        return slots.cardinality() == 1 ? OptionalInt.of(slots.nextSetBit(0)) : OptionalInt.empty();
    }

    private static void slots(Amount amount, BitSet slots) {
        switch (amount) {
            case Amount.Slot(int slot) -> slots.set(slot);
            case Amount.Sum(var terms) -> terms.forEach(term -> slots(term, slots));
            case Amount.Times(var _, var part) -> slots(part, slots);
            case Amount.Fixed _, Amount.Least _, Amount.Greatest _, Amount.Case _ -> {}
        }
    }

    private static boolean isLinear(Amount amount) {
        return switch (amount) {
            case Amount.Fixed _, Amount.Slot _ -> true;
            case Amount.Sum(var terms) -> terms.stream().allMatch(Interval::isLinear);
            case Amount.Times(var _, var part) -> isLinear(part);
            case Amount.Least _, Amount.Greatest _, Amount.Case _ -> false;
        };
    }

    /** A linear amount where its only feature has this value. */
    private static BigInteger at(Amount amount, long value) {
        return switch (amount) {
            case Amount.Fixed(long number) -> BigInteger.valueOf(number);
            case Amount.Slot _ -> BigInteger.valueOf(value);
            case Amount.Sum(var terms) ->
                terms.stream().map(term -> at(term, value)).reduce(BigInteger.ZERO, BigInteger::add);
            case Amount.Times(long factor, var part) -> at(part, value).multiply(BigInteger.valueOf(factor));
            case Amount.Least _, Amount.Greatest _, Amount.Case _ -> throw new IllegalStateException("not linear");
        };
    }
}
