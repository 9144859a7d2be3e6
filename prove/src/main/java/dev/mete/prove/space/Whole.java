package dev.mete.prove.space;

import java.math.BigInteger;
import java.util.List;

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
    static Whole minus(Whole term) {
        return new Times(BigInteger.ONE.negate(), term);
    }
}
