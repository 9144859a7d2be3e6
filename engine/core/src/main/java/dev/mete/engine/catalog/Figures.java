package dev.mete.engine.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model's prices, speed, thinking and errors. What no source states is absent. Immutable.
 *
 * @param prices those in force; null where the model is unpriced
 * @param hosting null for a model that its provider runs
 * @param serviceTier what calls are sent with; null for the standard tier
 */
public record Figures(
        @Nullable Prices prices,
        @Nullable Hosting hosting,
        @Nullable String serviceTier,
        Map<Effort, Speed> speeds,
        Map<Effort, ThinkingLengths> lengths,
        ErrorRates errors) {
    /** Nothing is known. */
    public static final Figures NONE = new Figures(null, null, null, Map.of(), Map.of(), ErrorRates.UNKNOWN);

    /** Thinking that is off. */
    private static final ThinkingLengths OFF = new ThinkingLengths(List.of(new ThinkingLengths.Point(0, 0)));

    public Figures {
        speeds = Map.copyOf(speeds);
        lengths = Map.copyOf(lengths);
    }

    /** The speed at an effort level, where it is known. */
    public Optional<Speed> speed(Effort effort) {
        return Optional.ofNullable(speeds.get(effort));
    }

    /** How long the model thinks at an effort level, where it is known; not at all without effort. */
    public Optional<ThinkingLengths> thinking(Effort effort) {
        return effort == Effort.NONE ? Optional.of(OFF) : Optional.ofNullable(lengths.get(effort));
    }

    /** The same figures with other prices in force. */
    public Figures at(@Nullable Prices inForce) {
        return new Figures(inForce, hosting, serviceTier, speeds, lengths, errors);
    }
}
