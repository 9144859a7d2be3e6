package dev.mete.engine.eval;

import dev.mete.engine.catalog.Speed;
import dev.mete.engine.catalog.TokenPrices;

/** The figures and formulas by which a plan is fitted to a model. */
public final class FitRules {
    /** The share of thinking, in millionths, that a worked-out cap has room for: where the fuse blows for one call in a hundred. */
    public static final int LONG_THINKING = 990_000;

    /**
     * How much room a worked-out cap leaves for the visible answer, as a multiple of its expected length. The 95th percentile of answers is 3.5
     * times the median in the Azure LLM inference trace of conversations (2023).
     */
    public static final long ANSWER_ROOM = 4;

    /** The least room for an answer in a worked-out cap, in tokens: below it, expected lengths are too rough to bound anything. */
    public static final long LEAST_ANSWER_ROOM = 256;

    /** Held back of a deadline for what no measurement of a model covers: the network, and the caller's own work. */
    public static final long MARGIN_MILLIS = 500;

    private static final long MICROS_PER_MILLI = 1_000;

    private FitRules() {}

    /** The room for an answer in a worked-out cap, in tokens. */
    public static long answerRoom(long answer) {
        return Math.max(ANSWER_ROOM * answer, LEAST_ANSWER_ROOM);
    }

    /**
     * The tokens that a model can give within so many milliseconds. A first token that was measured after the thinking covers the usual part of it: what
     * a call thinks beyond that takes its time beside it.
     *
     * @param usual the thinking that such a first token covers
     */
    public static long withinDeadline(Speed speed, long millis, long usual) {
        boolean isAfter = speed.thinksBeforeFirstToken();
        Long slow = speed.slowFirstTokenMillis();
        long first = isAfter || slow == null ? speed.firstTokenMillis() : slow;
        long left = millis - first - MARGIN_MILLIS;
        if (left < 0) {
            return 0;
        }
        long tokens = left * MICROS_PER_MILLI / speed.microsPerToken();
        return isAfter ? tokens + usual : tokens;
    }

    /** Nano-dollars in pico-dollars, as prices count; beyond what a {@code long} holds no call can cost. */
    public static long picos(long nanos) {
        return nanos > Long.MAX_VALUE / TokenPrices.PER_NANO ? Long.MAX_VALUE : nanos * TokenPrices.PER_NANO;
    }
}
