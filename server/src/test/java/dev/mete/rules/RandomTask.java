package dev.mete.rules;

import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskReading;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Tasks over a schema, drawn from a seed; quantities often lie at, just below or just above a threshold. */
final class RandomTask {
    private final Random random;
    private final List<Long> thresholds;
    private final List<String> words;

    /**
     * Draws tasks.
     *
     * @param thresholds in the smallest parts of whatever unit they meet
     * @param words what texts and members are drawn from
     */
    RandomTask(long seed, List<Long> thresholds, List<String> words) {
        this.random = new Random(seed);
        this.thresholds = thresholds;
        this.words = words;
    }

    /** A task that gives what the schema requires, and about half of the rest. */
    Task of(TaskSchema schema) {
        var builder = new TaskBuilder(schema);
        for (int slot = 0; slot < schema.size(); slot++) {
            if (schema.requires(slot) || random.nextBoolean()) {
                Feature feature = schema.feature(slot);
                builder.value(feature.name(), value(feature.type()));
            }
        }
        return switch (builder.build()) {
            case TaskReading.Accepted(Task task) -> task;
            case TaskReading.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private Value value(FeatureType type) {
        return switch (type) {
            case FeatureType.Flag() -> Value.flag(random.nextBoolean());
            case FeatureType.OneOf(var values, var _) -> new Value.Scalar(random.nextInt(values.size()));
            case FeatureType.Quantity(var _, long least, long most) -> new Value.Scalar(quantity(least, most));
            case FeatureType.Text() -> new Value.Words(pick(words));
            case FeatureType.TextSet() -> new Value.Members(members());
        };
    }

    private long quantity(long least, long most) {
        long drawn = random.nextInt(3) > 0
                ? pick(thresholds) + random.nextInt(3) - 1
                : (long) Math.exp(random.nextDouble() * Math.log((double) Math.max(2, most)));
        return Math.clamp(drawn, least, most);
    }

    private Set<String> members() {
        var members = new HashSet<String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            members.add(pick(words));
        }
        return members;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
