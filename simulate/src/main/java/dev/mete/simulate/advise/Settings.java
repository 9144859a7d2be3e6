package dev.mete.simulate.advise;

import org.jspecify.annotations.Nullable;

/**
 * What advice goes by. Immutable.
 *
 * @param margin the share of additional failures that counts as no loss where no task tells what an error costs
 * @param attempts how often a call is tried at each model
 * @param perDay calls a day; null to go by the log's times
 */
public record Settings(
        double margin, int attempts, @Nullable Long perDay) {}
