package dev.mete.prove.words;

import dev.mete.engine.task.Task;
import dev.mete.engine.task.Value;
import java.util.ArrayList;
import java.util.Objects;

/** Says what a task gives as a test of the Mete language would. Stateless, thread-safe. */
public final class TaskText {
    private TaskText() {}

    /** The features that are required, and those that differ from their defaults, such as {@code type sql, error_cost $50}. */
    public static String of(Task task) {
        var parts = new ArrayList<String>();
        for (int slot = 0; slot < task.schema().size(); slot++) {
            var feature = task.schema().feature(slot);
            Value value = task.value(slot);
            if (value != null && (task.schema().requires(slot) || !Objects.equals(value, feature.defaultValue()))) {
                parts.add(feature.name() + " " + feature.type().format(value));
            }
        }
        return String.join(", ", parts);
    }
}
