package dev.mete.prove.space;

/** Whether something holds for all tasks of a region, for none, or for some as far as can be seen. */
public enum Truth {
    ALL,
    NONE,
    SOME;

    /** The truth of the opposite. */
    Truth negated() {
        return switch (this) {
            case ALL -> NONE;
            case NONE -> ALL;
            case SOME -> SOME;
        };
    }
}
