package dev.mete.simulate.traffic;

/** What a line of traffic turns out to be. */
sealed interface TrafficLine {
    /** Requests. */
    record Request(TrafficRecord record) implements TrafficLine {}

    /** What the traffic says about itself. */
    record Note(String note) implements TrafficLine {}

    /** Neither, and why. */
    record Broken(String reason) implements TrafficLine {}
}
