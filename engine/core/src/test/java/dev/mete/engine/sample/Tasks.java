package dev.mete.engine.sample;

import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskReading.Accepted;
import dev.mete.engine.task.TaskReading.Refused;
import dev.mete.engine.task.TaskSchema;
import java.math.BigDecimal;

/** Tasks that tests decide. */
public final class Tasks {
    private Tasks() {}

    /** A task of which only the lengths of its input and its expected answer matter. */
    public static Task lengths(TaskSchema schema, long input, long output) {
        return built(new TaskBuilder(schema)
                .number("input_tokens", BigDecimal.valueOf(input))
                .number("output_tokens", BigDecimal.valueOf(output)));
    }

    /** The task that a builder comes to. */
    public static Task built(TaskBuilder builder) {
        return switch (builder.build()) {
            case Accepted(Task task) -> task;
            case Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
