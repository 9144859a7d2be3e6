package dev.mete.prove.space;

import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A sum of multiples of features and a fixed number.
 *
 * @param factors what a slot's number is multiplied by; never 0
 */
record Linear(Map<Integer, BigInteger> factors, BigInteger fixed) {
    /** Values of a quantity; none where the least is above the greatest. */
    record Interval(BigInteger least, BigInteger greatest) {}

    /** The difference of two amounts where both are linear. */
    static Optional<Linear> difference(Amount left, Amount right) {
        var linear = new Linear(new TreeMap<>(), BigInteger.ZERO);
        return linear.add(left, BigInteger.ONE).flatMap(sum -> sum.add(right, BigInteger.ONE.negate()));
    }

    private Optional<Linear> add(Amount amount, BigInteger factor) {
        return switch (amount) {
            case Amount.Fixed(long number) ->
                Optional.of(new Linear(factors, fixed.add(factor.multiply(BigInteger.valueOf(number)))));
            case Amount.Slot(int slot) -> {
                var all = new TreeMap<>(factors);
                all.merge(slot, factor, BigInteger::add);
                all.values().removeIf(sum -> sum.signum() == 0);
                yield Optional.of(new Linear(all, fixed));
            }
            case Amount.Sum(var terms) -> {
                Optional<Linear> sum = Optional.of(this);
                for (Amount term : terms) {
                    sum = sum.flatMap(before -> before.add(term, factor));
                }
                yield sum;
            }
            case Amount.Times(long times, Amount part) -> add(part, factor.multiply(BigInteger.valueOf(times)));
            case Amount.Least _, Amount.Greatest _, Amount.Case _ -> Optional.empty();
        };
    }

    /** The only slot there is. */
    int slot() {
        return factors.keySet().iterator().next();
    }

    /** Where the only slot's number makes the sum compare so with 0, but for `!=`, which is the opposite of `=`. */
    Interval where(Comparison comparison) {
        BigInteger factor = Objects.requireNonNull(factors.get(slot()));
        boolean isTurned = factor.signum() < 0;
        BigInteger over = isTurned ? fixed : fixed.negate();
        BigInteger[] parts = over.divideAndRemainder(factor.abs());
        boolean isWhole = parts[1].signum() == 0;
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        BigInteger ceiling = isWhole ? floor : floor.add(BigInteger.ONE);
        BigInteger least = BigInteger.valueOf(Long.MIN_VALUE);
        BigInteger greatest = BigInteger.valueOf(Long.MAX_VALUE);
        return switch (isTurned ? turned(comparison) : comparison) {
            case EQUAL -> isWhole ? new Interval(floor, floor) : new Interval(BigInteger.ONE, BigInteger.ZERO);
            case LESS -> new Interval(least, ceiling.subtract(BigInteger.ONE));
            case AT_MOST -> new Interval(least, floor);
            case GREATER -> new Interval(floor.add(BigInteger.ONE), greatest);
            case AT_LEAST -> new Interval(ceiling, greatest);
            case NOT_EQUAL -> throw new IllegalArgumentException("leaves a gap");
        };
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
}
