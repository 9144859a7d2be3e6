package dev.mete.engine.task;

import java.util.Set;

/** The value of one feature. Immutable. */
public sealed interface Value {
    /** A quantity in smallest parts, the position of a closed type's value, or 1 for true and 0 for false. */
    record Scalar(long number) implements Value {}

    /** A text. */
    record Words(String text) implements Value {}

    /** A set of texts. */
    record Members(Set<String> members) implements Value {
        public Members {
            members = Set.copyOf(members);
        }
    }

    /** The value of a flag. */
    static Value flag(boolean value) {
        return new Scalar(value ? 1 : 0);
    }
}
