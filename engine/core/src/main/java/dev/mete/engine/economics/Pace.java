package dev.mete.engine.economics;

import dev.mete.engine.catalog.Speed;
import dev.mete.engine.catalog.ThinkingLengths;
import org.jspecify.annotations.Nullable;

/**
 * How long a plan's output takes, in microseconds. Where a measured first token comes after the thinking, the time to it holds a median thinking; how
 * other quantiles differ from it follows from the lengths.
 *
 * @param thinking null where it is not known how long the plan thinks
 */
record Pace(Speed speed, @Nullable Thinking thinking) {
    private static final long MICROS_PER_MILLI = 1_000;
    private static final int MEDIAN = ThinkingLengths.CERTAIN / 2;
    private static final int SLOW = ThinkingLengths.CERTAIN / 20 * 19;

    /** The mean of the delay as a share of the most, in millionths: half of it from the median on, all of it from the 95th percentile on. */
    private static final long MEAN_DELAY = (SLOW - MEDIAN) / 2 + ThinkingLengths.CERTAIN - SLOW;

    /** Whether the time before the answer can be told. */
    boolean isKnown() {
        return thinking != null || speed.thinksBeforeFirstToken();
    }

    long microsPerToken() {
        return speed.microsPerToken();
    }

    /** The time for an output of so many tokens, those of the thinking included where it is known how long it is. */
    long usual(long output) {
        return time(speed.firstTokenMillis(), output);
    }

    /** The mean time for a mean output of so many tokens. */
    long mean(long output) {
        return usual(output) + most() * MEAN_DELAY / ThinkingLengths.CERTAIN;
    }

    /**
     * How much later than usual the first token comes, in microseconds: linear from its median to its 95th percentile, and no more or less beyond them.
     *
     * @param share the share, in millionths, of calls whose first token comes sooner
     */
    long delay(int share) {
        return most() * (Math.clamp(share, MEDIAN, SLOW) - MEDIAN) / (SLOW - MEDIAN);
    }

    /** A first token that was measured after the thinking varies with it. */
    private long most() {
        return speed.thinksBeforeFirstToken()
                ? 0
                : (speed.slowFirstToken().orElse(speed.firstTokenMillis()) - speed.firstTokenMillis())
                        * MICROS_PER_MILLI;
    }

    /** The 95th percentile of the time for an output of which so many tokens are visible, all of it held to a cap. */
    long slow(long visible, long cap) {
        return time(speed.slowFirstToken().orElse(speed.firstTokenMillis()), Math.min(cap, slowThinking() + visible));
    }

    /** The median of the time for an output of which so many tokens are visible, all of it held to a cap. */
    long median(long visible, long cap) {
        return usual(Math.min(cap, (thinking == null ? 0 : thinking.quantile(MEDIAN)) + visible));
    }

    /** A slow first token that was measured after the thinking holds a long thinking already. */
    private long slowThinking() {
        if (thinking == null) {
            return 0;
        }
        boolean isMeasured = speed.thinksBeforeFirstToken() && speed.slowFirstTokenMillis() != null;
        return thinking.quantile(isMeasured ? MEDIAN : SLOW);
    }

    private long time(long firstMillis, long output) {
        long included = speed.thinksBeforeFirstToken() && thinking != null ? thinking.quantile(MEDIAN) : 0;
        return Math.max(0, firstMillis * MICROS_PER_MILLI + (output - included) * speed.microsPerToken());
    }
}
