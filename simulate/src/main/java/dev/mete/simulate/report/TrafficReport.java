package dev.mete.simulate.report;

import java.util.List;

/**
 * What was replayed. Immutable.
 *
 * @param name the file, or how it was made
 * @param lines that were read as traffic
 * @param requests that they stand for
 * @param broken lines that are no traffic, or do not fit the policies
 * @param firstBroken the first ten of them
 */
public record TrafficReport(String name, long lines, long requests, long broken, List<BrokenLine> firstBroken) {
    /** How many broken lines are told one by one. */
    public static final int MOST_TOLD = 10;

    /** A line that was left out, and why. */
    public record BrokenLine(long line, String reason) {}

    public TrafficReport {
        firstBroken = List.copyOf(firstBroken);
    }
}
