package dev.mete.server.cache;

import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Value;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The values of a task that make a difference to its decision: tasks with equal keys get equal decisions. Immutable. */
final class TaskKey {
    private final long[] numbers;
    private final @Nullable Value[] others;
    private final int hash;

    private TaskKey(long[] numbers, @Nullable Value[] others) {
        this.numbers = numbers;
        this.others = others;
        this.hash = 31 * Arrays.hashCode(numbers) + Arrays.hashCode(others);
    }

    /** The key of a task; slots are those that always hold a number and all others that matter. */
    static TaskKey of(Task task, int[] numberSlots, int[] otherSlots) {
        long[] numbers = new long[numberSlots.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = task.number(numberSlots[i]);
        }
        @Nullable Value[] others = new Value[otherSlots.length];
        for (int i = 0; i < others.length; i++) {
            others[i] = task.value(otherSlots[i]);
        }
        return new TaskKey(numbers, others);
    }

    /** The slots that matter to a policy, either those that hold a number in every task or the others. */
    static int[] slots(TaskSchema schema, boolean areNumbers) {
        return IntStream.range(0, schema.size())
                .filter(schema::matters)
                .filter(slot -> isNumber(schema, slot) == areNumbers)
                .toArray();
    }

    private static boolean isNumber(TaskSchema schema, int slot) {
        boolean isAlwaysThere = schema.requires(slot) || schema.feature(slot).defaultValue() != null;
        return isAlwaysThere
                && switch (schema.feature(slot).type()) {
                    case FeatureType.Flag _, FeatureType.Quantity _, FeatureType.OneOf _ -> true;
                    case FeatureType.Text _, FeatureType.TextSet _ -> false;
                };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TaskKey key
                && hash == key.hash
                && Arrays.equals(numbers, key.numbers)
                && Arrays.equals(others, key.others);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
