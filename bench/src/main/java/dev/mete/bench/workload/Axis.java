package dev.mete.bench.workload;

import dev.mete.engine.task.Unit;

/** A numeric feature that generated rules test, over whole units from 0 up to a size. */
enum Axis {
    ERROR_COST("error_cost", "errorCostUsd", "errorCost", Unit.MONEY, 10_000),
    LATENCY_TOLERANCE("latency_tolerance", "latencyToleranceMs", "latencyTolerance", Unit.DURATION, 120_000),
    INPUT_TOKENS("input_tokens", "inputTokens", "inputTokens", Unit.TOKENS, 100_000),
    OUTPUT_TOKENS("output_tokens", "outputTokens", "outputTokens", Unit.TOKENS, 2_000),
    CACHED_TOKENS("cached_tokens", "cachedTokens", "cachedTokens", Unit.TOKENS, 100_000),
    TOOLS("tools", "tools", "tools", Unit.NUMBER, 10_000);

    private final String feature;
    private final String field;
    private final String component;
    private final Unit unit;
    private final int size;

    Axis(String feature, String field, String component, Unit unit, int size) {
        this.feature = feature;
        this.field = field;
        this.component = component;
        this.unit = unit;
        this.size = size;
    }

    /** The feature's name in the Mete language. */
    String feature() {
        return feature;
    }

    /** The feature's name in DRL. */
    String field() {
        return field;
    }

    /** The feature's name in {@link Fields}. */
    String component() {
        return component;
    }

    /** How many smallest parts of the feature's unit make one whole unit. */
    long scale() {
        return unit.scale();
    }

    /** The values go from 0 to below this. */
    int size() {
        return size;
    }

    /** A value as the Mete language writes it. */
    String literal(int value) {
        return unit.format(value * scale());
    }
}
