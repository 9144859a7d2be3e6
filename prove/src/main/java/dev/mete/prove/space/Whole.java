package dev.mete.prove.space;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/** A piecewise linear whole number over the features of a task, of any size. Immutable. */
public sealed interface Whole {
    /** A fixed number. */
    record Fixed(BigInteger number) implements Whole {}

    /** The number on an axis of ranges or of positions. */
    record Value(int axis) implements Whole {}

    /** The sum of all parts. */
    record Sum(List<Whole> parts) implements Whole {
        public Sum {
            parts = List.copyOf(parts);
        }
    }

    /** A fixed multiple. */
    record Times(BigInteger factor, Whole part) implements Whole {}

    /** The least of the parts. */
    record Least(List<Whole> parts) implements Whole {
        public Least {
            parts = List.copyOf(parts);
        }
    }

    /** The greatest of the parts. */
    record Greatest(List<Whole> parts) implements Whole {
        public Greatest {
            parts = List.copyOf(parts);
        }
    }

    /** One number where a formula holds, else another. */
    record Case(Formula when, Formula unless, Whole then, Whole otherwise) implements Whole {}

    /** A part over a positive divisor, rounded down. */
    record Floor(Whole part, BigInteger divisor) implements Whole {}

    /** A fixed number. */
    static Whole of(long number) {
        return new Fixed(BigInteger.valueOf(number));
    }

    /** The opposite of a number. */
    static Whole minus(Whole whole) {
        return times(-1, whole);
    }

    /** A fixed multiple. */
    static Whole times(long factor, Whole whole) {
        return whole instanceof Fixed(var number)
                ? new Fixed(number.multiply(BigInteger.valueOf(factor)))
                : new Times(BigInteger.valueOf(factor), whole);
    }

    /** The sum of several. */
    static Whole sum(Whole... parts) {
        return Stream.of(parts).allMatch(Fixed.class::isInstance)
                ? new Fixed(fixed(parts).reduce(BigInteger.ZERO, BigInteger::add))
                : new Sum(List.of(parts));
    }

    /** The least of several. */
    static Whole least(Whole... parts) {
        return extreme(parts, BigInteger::min, Least::new);
    }

    /** The greatest of several. */
    static Whole greatest(Whole... parts) {
        return extreme(parts, BigInteger::max, Greatest::new);
    }

    /** A number over a positive divisor, rounded down. */
    static Whole floor(Whole whole, long divisor) {
        return divisor == 1 ? whole : new Floor(whole, BigInteger.valueOf(divisor));
    }

    /** One number where a formula holds, which its opposite does not, else another. */
    static Whole where(Formula when, Formula unless, Whole then, Whole otherwise) {
        return when.equals(Formula.YES)
                ? then
                : when.equals(Formula.NO) ? otherwise : new Case(when, unless, then, otherwise);
    }

    private static Whole extreme(
            Whole[] parts, BinaryOperator<BigInteger> pick, Function<List<Whole>, Whole> combined) {
        var fixed = fixed(parts).reduce(pick);
        var all = new ArrayList<>(
                Stream.of(parts).filter(part -> !(part instanceof Fixed)).toList());
        fixed.ifPresent(number -> all.add(new Fixed(number)));
        return all.size() == 1 ? all.getFirst() : combined.apply(all);
    }

    private static Stream<BigInteger> fixed(Whole[] parts) {
        return Stream.of(parts).filter(Fixed.class::isInstance).map(part -> ((Fixed) part).number());
    }
}
