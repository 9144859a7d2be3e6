package dev.mete.engine.catalog;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How fast a model answers at one effort level, as measured. Immutable.
 *
 * @param firstTokenMillis median time to the first token
 * @param slowFirstTokenMillis its 95th percentile; null where only the median is known
 * @param microsPerToken time for each token after the first
 * @param thinksBeforeFirstToken whether the first token is the first visible one, so that the time to it includes the thinking
 */
public record Speed(
        long firstTokenMillis,
        @Nullable Long slowFirstTokenMillis,
        long microsPerToken,
        boolean thinksBeforeFirstToken) {
    public Speed {
        if (firstTokenMillis < 0 || microsPerToken < 1) {
            throw new IllegalArgumentException("a speed of " + microsPerToken + " microseconds a token");
        }
    }

    /** The 95th percentile of the time to the first token, in milliseconds, where it is known. */
    public OptionalLong slowFirstToken() {
        return slowFirstTokenMillis == null ? OptionalLong.empty() : OptionalLong.of(slowFirstTokenMillis);
    }
}
