package dev.mete.engine.drools.generated;

import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskReading;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import dev.mete.engine.task.Value;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Tasks over the standard features that often stand at the very border of what generated policies ask for. */
public final class GeneratedTasks {
    private GeneratedTasks() {}

    /** So many tasks of a schema, the same from the same seed. */
    public static List<Task> of(TaskSchema schema, long seed, int count) {
        var draw = new Draw(seed);
        return IntStream.range(0, count).mapToObj(_ -> task(schema, draw)).toList();
    }

    private static Task task(TaskSchema schema, Draw draw) {
        var builder = new TaskBuilder(schema);
        for (Feature feature : schema.features()) {
            if (feature.defaultValue() == null || draw.chance(0.6)) {
                builder.value(feature.name(), value(feature.type(), draw));
            }
        }
        return switch (builder.build()) {
            case TaskReading.Accepted(Task task) -> task;
            case TaskReading.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static Value value(FeatureType type, Draw draw) {
        return switch (type) {
            case FeatureType.Flag() -> Value.flag(draw.chance(0.5));
            case FeatureType.Quantity(Unit unit, long least, long most) ->
                new Value.Scalar(Math.clamp(draw.parts(unit), least, most));
            case FeatureType.OneOf(var values, var _) -> new Value.Scalar(draw.between(0, values.size() - 1));
            case FeatureType.Text() -> new Value.Words(draw.text());
            case FeatureType.TextSet() -> new Value.Members(new HashSet<>(draw.several(0, 4, draw::text)));
        };
    }
}
