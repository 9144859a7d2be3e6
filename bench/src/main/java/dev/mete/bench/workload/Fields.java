package dev.mete.bench.workload;

/** A task as hand-written Java would have it. Money in whole dollars, times in milliseconds. Immutable. */
public record Fields(
        String type,
        String tenant,
        int errorCost,
        int latencyTolerance,
        int inputTokens,
        int outputTokens,
        int cachedTokens,
        int tools) {}
