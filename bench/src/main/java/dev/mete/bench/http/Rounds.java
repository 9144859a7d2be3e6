package dev.mete.bench.http;

import java.time.Duration;

/**
 * How long and how often is measured.
 *
 * @param warm before the first round
 * @param count of rounds, of which the median counts
 * @param time of each
 */
public record Rounds(Duration warm, int count, Duration time) {}
