package dev.mete.engine.economics;

import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.TaskSchema;

/** Where in the slots of a schema stands what prices and times depend on. Immutable. */
record TaskSlotNumbers(int input, int output, int cached, int previous, int type, int complexity) {
    TaskSlotNumbers(TaskSchema schema) {
        this(
                schema.slot(StandardFeatures.INPUT_TOKENS),
                schema.slot(StandardFeatures.OUTPUT_TOKENS),
                schema.slot(StandardFeatures.CACHED_TOKENS),
                schema.slot(StandardFeatures.PREVIOUS_MODEL),
                schema.slot(StandardFeatures.TYPE),
                schema.slot(StandardFeatures.COMPLEXITY));
    }
}
