package dev.mete.engine.compiled;

/** Where numbers stand in the room that a decision reckons in. */
final class Room {
    /** Tokens of input. */
    static final int INPUT = 0;

    /** Tokens of the visible answer, at least 1. */
    static final int ANSWER = 1;

    /** How long the caller can wait, in milliseconds; {@link #NOT_SAID} where the task does not tell. */
    static final int TOLERANCE = 2;

    /** What the limits that hold come to: a number for each {@link Dimension}. */
    static final int HELD = 3;

    /** Other bounds, to try a plan under. */
    static final int TRIED = HELD + Dimension.COUNT;

    /** Nothing bounds it. */
    static final int FREE = TRIED + Dimension.COUNT;

    /** The plan that is fitted: what it asks for, or {@link #NOT_SAID}. */
    static final int ASKED_CAP = FREE + Dimension.COUNT;

    static final int ASKED_THINKING = ASKED_CAP + 1;
    static final int ASKED_TIMEOUT = ASKED_CAP + 2;

    /** The value of a candidate, and the least so far. */
    static final int VALUE = ASKED_CAP + 3;

    static final int LEAST_VALUE = VALUE + WideSum.SIZE;

    /** What was found out about the task before. */
    static final int KNOWN = LEAST_VALUE + WideSum.SIZE;

    /** How many numbers there are. */
    static final int SIZE = KNOWN + 1;

    /** No number. */
    static final long NOT_SAID = Long.MIN_VALUE;

    private Room() {}
}
