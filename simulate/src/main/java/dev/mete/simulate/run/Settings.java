package dev.mete.simulate.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a simulation runs. Immutable.
 *
 * @param seeds how often everything is drawn
 * @param seed the first seed; the others follow it
 * @param requestsPerDay how many there are a day; null for as many as the traffic says of itself, if it does
 * @param at the moment whose prices hold for requests without one of their own
 * @param compares whether changed decisions are told by pairs of rules
 * @param controls whether each policy gets a control
 * @param notes what the caller says about it
 */
public record Settings(
        int seeds,
        long seed,
        @Nullable Long requestsPerDay,
        Instant at,
        boolean compares,
        boolean controls,
        List<String> notes) {
    /** The most seeds. */
    public static final int MOST_SEEDS = 1_000;

    public Settings {
        if (seeds < 1 || seeds > MOST_SEEDS) {
            throw new IllegalArgumentException(seeds + " seeds");
        }
        notes = List.copyOf(notes);
    }
}
