package dev.mete.prove.space;

import java.util.BitSet;

/** A set of the cells of an axis. Immutable. */
public sealed interface Cells {
    /**
     * Cells beside each other.
     *
     * @param to the first one behind them
     */
    record Range(int from, int to) implements Cells {}

    /** Cells that have others between them. The bits never change. */
    record Scattered(BitSet bits) implements Cells {}

    /** No cells. */
    static Cells none() {
        return new Range(0, 0);
    }

    /** The cells from one to before another. */
    static Cells range(int from, int to) {
        return from < to ? new Range(from, to) : none();
    }

    /** One cell. */
    static Cells only(int cell) {
        return new Range(cell, cell + 1);
    }

    /** The cells of the set bits; the bits are not changed afterwards. */
    static Cells of(BitSet bits) {
        int from = bits.nextSetBit(0);
        if (from < 0) {
            return none();
        }
        int to = bits.nextClearBit(from);
        return to == bits.length() ? new Range(from, to) : new Scattered(bits);
    }

    /** Whether there is none. */
    default boolean isEmpty() {
        return this instanceof Range(int from, int to) && from >= to;
    }

    /** The first cell; there has to be one. */
    default int first() {
        return switch (this) {
            case Range(int from, var _) -> from;
            case Scattered(var bits) -> bits.nextSetBit(0);
        };
    }

    /** The last cell; there has to be one. */
    default int last() {
        return switch (this) {
            case Range(var _, int to) -> to - 1;
            case Scattered(var bits) -> bits.length() - 1;
        };
    }

    /** How many there are. */
    default int size() {
        return switch (this) {
            case Range(int from, int to) -> to - from;
            case Scattered(var bits) -> bits.cardinality();
        };
    }

    /** Whether a cell is among them. */
    default boolean has(int cell) {
        return switch (this) {
            case Range(int from, int to) -> from <= cell && cell < to;
            case Scattered(var bits) -> bits.get(cell);
        };
    }

    /** Whether some cell is in both. */
    default boolean meets(Cells other) {
        if (this instanceof Range(int from, int to)) {
            return switch (other) {
                case Range(int otherFrom, int otherTo) -> Math.max(from, otherFrom) < Math.min(to, otherTo);
                case Scattered(var bits) -> {
                    int next = bits.nextSetBit(from);
                    yield next >= 0 && next < to;
                }
            };
        }
        return other instanceof Scattered(var bits) ? bits.intersects(toBits()) : other.meets(this);
    }

    /** Whether all cells of the other are here too. */
    default boolean hasAll(Cells other) {
        if (other instanceof Range(int from, int to)) {
            return from >= to
                    || switch (this) {
                        case Range(int thisFrom, int thisTo) -> thisFrom <= from && to <= thisTo;
                        case Scattered(var bits) -> bits.nextClearBit(from) >= to;
                    };
        }
        return other.minus(this).isEmpty();
    }

    /** The cells in both. */
    default Cells and(Cells other) {
        if (this instanceof Range(int from, int to) && other instanceof Range(int otherFrom, int otherTo)) {
            return range(Math.max(from, otherFrom), Math.min(to, otherTo));
        }
        BitSet both = toBits();
        both.and(other.toBits());
        return of(both);
    }

    /** The cells that are not in the other. */
    default Cells minus(Cells other) {
        if (this instanceof Range(int from, int to) && other instanceof Range(int otherFrom, int otherTo)) {
            if (otherFrom >= otherTo || otherTo <= from || otherFrom >= to) {
                return this;
            }
            if (otherFrom <= from) {
                return range(otherTo, to);
            }
            if (otherTo >= to) {
                return range(from, otherFrom);
            }
        }
        BitSet left = toBits();
        left.andNot(other.toBits());
        return of(left);
    }

    /** The cells in either. */
    default Cells or(Cells other) {
        BitSet either = toBits();
        either.or(other.toBits());
        return of(either);
    }

    /** A bit for each cell, to change as one likes. */
    default BitSet toBits() {
        return switch (this) {
            case Range(int from, int to) -> {
                var bits = new BitSet(to);
                bits.set(from, to);
                yield bits;
            }
            case Scattered(var bits) -> (BitSet) bits.clone();
        };
    }
}
