package dev.mete.simulate.traffic;

import org.jspecify.annotations.Nullable;

/** What a line of traffic turns out to be. */
sealed interface TrafficLine {
    /** Reads a line of JSON. */
    static TrafficLine of(byte[] json, long number) {
        return ReadTrafficLine.of(json, number);
    }

    /** Tells what the line is. */
    default void tell(long number, Traffic.Listener listener) {
        switch (this) {
            case Request(TrafficRecord record) -> listener.take(record);
            case Note(String note, Long requestsPerDay) -> {
                if (note != null) {
                    listener.note(note);
                }
                if (requestsPerDay != null) {
                    listener.requestsPerDay(number, requestsPerDay);
                }
            }
            case Broken(String reason) -> listener.broken(number, reason);
        }
    }

    /** Requests. */
    record Request(TrafficRecord record) implements TrafficLine {}

    /** What the traffic says about itself. */
    record Note(@Nullable String note, @Nullable Long requestsPerDay) implements TrafficLine {}

    /** Neither, and why. */
    record Broken(String reason) implements TrafficLine {}
}
