package dev.mete.simulate.report;

import java.math.BigDecimal;

/**
 * What traffic comes to at a number of requests a day. Immutable.
 *
 * @param dollarsPerYear of 365 days
 * @param gpus GPUs of one's own that are busy on average
 * @param slots sequences that they run at once on average: requests a second times the time of each, by Little's law
 */
public record Rate(
        long requestsPerDay, BigDecimal dollarsPerDay, BigDecimal dollarsPerYear, BigDecimal gpus, BigDecimal slots) {}
