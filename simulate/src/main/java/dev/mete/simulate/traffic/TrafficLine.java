package dev.mete.simulate.traffic;

import org.jspecify.annotations.Nullable;

/** What a line of traffic turns out to be. */
sealed interface TrafficLine {
    /** Requests. */
    record Request(TrafficRecord record) implements TrafficLine {}

    /** What the traffic says about itself. */
    record Note(@Nullable String note, @Nullable Long requestsPerDay) implements TrafficLine {}

    /** Neither, and why. */
    record Broken(String reason) implements TrafficLine {}
}
