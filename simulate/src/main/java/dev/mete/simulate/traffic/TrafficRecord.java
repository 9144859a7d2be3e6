package dev.mete.simulate.traffic;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of traffic. Immutable, but for its bytes, which nobody changes.
 *
 * @param line where it stands, from 1; what is drawn for it depends on it
 * @param at when it came; null where nobody says
 * @param count how many equal requests it stands for
 * @param task its features as a JSON object, in UTF-8
 * @param outcomes what models were seen to do with it, by {@code model} or {@code model/effort}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TrafficRecord(long line, @Nullable Instant at, long count, byte[] task, Map<String, Recorded> outcomes) {
    /** The most requests that a line can stand for. */
    public static final long MOST = 1_000_000_000_000L;

    /**
     * What a model was seen to do. Null where nobody says.
     *
     * @param outputTokens of the visible answer
     */
    public record Recorded(
            @Nullable Boolean correct,
            @Nullable Long thinkingTokens,
            @Nullable Long outputTokens,
            @Nullable Long latencyMillis) {
        /** Nothing was seen. */
        public static final Recorded NOTHING = new Recorded(null, null, null, null);
    }

    private static final byte[] READ = new byte[0];

    /** A line that is one task alone, which has been read already. */
    public static TrafficRecord plain(long line) {
        return new TrafficRecord(line, null, 1, READ, Map.of());
    }

    public TrafficRecord {
        outcomes = Map.copyOf(outcomes);
    }

    /** What a model was seen to do at an effort, else at any. */
    public Recorded outcome(String model, String effort) {
        if (outcomes.isEmpty()) {
            return Recorded.NOTHING;
        }
        Recorded exact = outcomes.get(model + "/" + effort);
        return exact != null ? exact : outcomes.getOrDefault(model, Recorded.NOTHING);
    }
}
