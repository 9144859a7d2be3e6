package dev.mete.engine.task;

/** Where in the slots of a schema the standard features stand that prices, times and errors depend on; negative where there is none. Immutable. */
public record StandardSlots(
        int input, int output, int cached, int previous, int type, int complexity, int tolerance, int errorCost) {
    StandardSlots(TaskSchema schema) {
        this(
                schema.slot(StandardFeatures.INPUT_TOKENS),
                schema.slot(StandardFeatures.OUTPUT_TOKENS),
                schema.slot(StandardFeatures.CACHED_TOKENS),
                schema.slot(StandardFeatures.PREVIOUS_MODEL),
                schema.slot(StandardFeatures.TYPE),
                schema.slot(StandardFeatures.COMPLEXITY),
                schema.slot(StandardFeatures.LATENCY_TOLERANCE),
                schema.slot(StandardFeatures.ERROR_COST));
    }
}
