package dev.mete.engine.check;

import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskSchema;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BinaryOperator;

/** The lowest and highest number that an amount can come to within the bounds of the features, exactly. */
public record Range(BigInteger least, BigInteger most) {
    private static final BigInteger LONG_LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MOST = BigInteger.valueOf(Long.MAX_VALUE);

    /** The range of an amount. Terms that share a feature are taken as independent, so the range may be wider than what is reached. */
    public static Range of(Amount amount, TaskSchema schema) {
        return switch (amount) {
            case Amount.Fixed(long number) -> fixed(number);
            case Amount.Slot(int slot) -> feature(schema.feature(slot).type());
            case Amount.Sum(var terms) ->
                terms.stream()
                        .map(term -> of(term, schema))
                        .reduce(fixed(0), (a, b) -> new Range(a.least.add(b.least), a.most.add(b.most)));
            case Amount.Times(long factor, var part) -> of(part, schema).times(BigInteger.valueOf(factor));
            case Amount.Least(var parts) -> combined(parts, schema, BigInteger::min);
            case Amount.Greatest(var parts) -> combined(parts, schema, BigInteger::max);
            case Amount.Case(var branches, var otherwise) ->
                branches.stream()
                        .map(branch -> of(branch.amount(), schema))
                        .reduce(of(otherwise, schema), (a, b) -> new Range(a.least.min(b.least), a.most.max(b.most)));
        };
    }

    /** The range of a quantity in the unit's smallest parts, rounded down. */
    public static Range of(Quantity quantity, TaskSchema schema) {
        if (quantity.numerator() instanceof Amount.Fixed(long number)) {
            return fixed(Math.floorDiv(number, quantity.divisor()));
        }
        var range = of(quantity.numerator(), schema);
        if (quantity.divisor() == 1) {
            return range;
        }
        var divisor = BigInteger.valueOf(quantity.divisor());
        return new Range(floorDiv(range.least, divisor), floorDiv(range.most, divisor));
    }

    /** Whether every number of the range is a {@code long}. */
    public boolean fitsLong() {
        return least.compareTo(LONG_LEAST) >= 0 && most.compareTo(LONG_MOST) <= 0;
    }

    private Range times(BigInteger factor) {
        var a = least.multiply(factor);
        var b = most.multiply(factor);
        return new Range(a.min(b), a.max(b));
    }

    private static Range fixed(long number) {
        var exact = BigInteger.valueOf(number);
        return new Range(exact, exact);
    }

    private static Range feature(FeatureType type) {
        return switch (type) {
            case FeatureType.Quantity(var _, long least, long most) ->
                new Range(BigInteger.valueOf(least), BigInteger.valueOf(most));
            case FeatureType.OneOf(var values, var _) ->
                new Range(BigInteger.ZERO, BigInteger.valueOf(values.size() - 1L));
            case FeatureType.Flag() -> new Range(BigInteger.ZERO, BigInteger.ONE);
            case FeatureType.Text(), FeatureType.TextSet() -> throw new IllegalArgumentException("a text has no range");
        };
    }

    private static Range combined(List<Amount> parts, TaskSchema schema, BinaryOperator<BigInteger> pick) {
        return parts.stream()
                .map(part -> of(part, schema))
                .reduce((a, b) -> new Range(pick.apply(a.least, b.least), pick.apply(a.most, b.most)))
                .orElseThrow();
    }

    private static BigInteger floorDiv(BigInteger number, BigInteger divisor) {
        var parts = number.divideAndRemainder(divisor);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
