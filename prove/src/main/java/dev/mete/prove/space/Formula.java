package dev.mete.prove.space;

import java.util.ArrayList;
import java.util.List;

/** A condition over the axes of a space, without negations. Immutable. */
public sealed interface Formula {
    /** Holds always. */
    Formula YES = new All(List.of());

    /** Never holds. */
    Formula NO = new Any(List.of());

    /** The task lies in one of the cells of an axis. */
    record Test(int axis, Cells cells) implements Formula {}

    /** Each part holds. */
    record All(List<Formula> parts) implements Formula {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** A part holds. */
    record Any(List<Formula> parts) implements Formula {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A number over several features is at most 0.
     *
     * @param words what an author would call it; empty where none wrote it
     */
    record AtMostZero(Whole whole, String words) implements Formula {}

    /** All of several, in the plainest form. */
    static Formula all(List<Formula> parts) {
        var plain = new ArrayList<Formula>();
        for (Formula part : parts) {
            switch (part) {
                case All(var inner) -> plain.addAll(inner);
                case Any(var inner)
                when inner.isEmpty() -> {
                    return NO;
                }
                case Any _, Test _, AtMostZero _ -> plain.add(part);
            }
        }
        return plain.size() == 1 ? plain.getFirst() : new All(plain);
    }

    /** Any of several, in the plainest form. */
    static Formula any(List<Formula> parts) {
        var plain = new ArrayList<Formula>();
        for (Formula part : parts) {
            switch (part) {
                case Any(var inner) -> plain.addAll(inner);
                case All(var inner)
                when inner.isEmpty() -> {
                    return YES;
                }
                case All _, Test _, AtMostZero _ -> plain.add(part);
            }
        }
        return plain.size() == 1 ? plain.getFirst() : new Any(plain);
    }
}
