package dev.mete.bench.workload;

import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskReading;
import dev.mete.engine.task.TaskSchema;
import java.math.BigDecimal;
import java.util.List;

/** Generated tasks as the engines take them and as callers post them. */
public final class Tasks {
    private Tasks() {}

    /** The tasks in the slots of a schema. */
    public static List<Task> of(List<Fields> tasks, TaskSchema schema) {
        return tasks.stream().map(task -> of(task, schema)).toList();
    }

    /** The task in the slots of a schema. */
    public static Task of(Fields task, TaskSchema schema) {
        var reading = new TaskBuilder(schema)
                .text("type", task.type())
                .text("tenant", task.tenant())
                .number("error_cost_usd", BigDecimal.valueOf(task.errorCost()))
                .number("latency_tolerance_ms", BigDecimal.valueOf(task.latencyTolerance()))
                .number("input_tokens", BigDecimal.valueOf(task.inputTokens()))
                .number("output_tokens", BigDecimal.valueOf(task.outputTokens()))
                .number("cached_tokens", BigDecimal.valueOf(task.cachedTokens()))
                .number("tools", BigDecimal.valueOf(task.tools()))
                .build();
        return switch (reading) {
            case TaskReading.Accepted(Task accepted) -> accepted;
            case TaskReading.Refused(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    /** The task as a JSON object. */
    public static String json(Fields task) {
        return """
                {"type":"%s","tenant":"%s","error_cost_usd":%d,"latency_tolerance_ms":%d,"input_tokens":%d,\
                "output_tokens":%d,"cached_tokens":%d,"tools":%d}""".formatted(
                        task.type(),
                        task.tenant(),
                        task.errorCost(),
                        task.latencyTolerance(),
                        task.inputTokens(),
                        task.outputTokens(),
                        task.cachedTokens(),
                        task.tools());
    }
}
