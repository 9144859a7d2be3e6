package dev.mete.engine.task;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The features of one piece of work, in the slots of a {@link TaskSchema}. Immutable, thread-safe. A slot that was not given and has no default
 * must not be read; a policy never does, since it requires what it reads.
 */
public final class Task {
    private final TaskSchema schema;
    private final @Nullable Value[] values;
    private final long[] numbers;

    Task(TaskSchema schema, @Nullable Value[] given) {
        this.schema = schema;
        this.values = new Value[schema.size()];
        this.numbers = new long[schema.size()];
        for (int slot = 0; slot < values.length; slot++) {
            Value value =
                    given[slot] != null ? given[slot] : schema.feature(slot).defaultValue();
            values[slot] = value;
            if (value instanceof Value.Scalar(long number)) {
                numbers[slot] = number;
            }
        }
    }

    /** The schema whose slots this task fills. */
    public TaskSchema schema() {
        return schema;
    }

    /** Whether the slot has a value, given or by default. */
    public boolean has(int slot) {
        return values[slot] != null;
    }

    /** The value of a slot, or null where it was not given and has no default. */
    public @Nullable Value value(int slot) {
        return values[slot];
    }

    /** The number in the slot of a quantity, a flag or a closed type. */
    public long number(int slot) {
        return numbers[slot];
    }

    /** The text in the slot of a text feature. */
    public String text(int slot) {
        if (values[slot] instanceof Value.Words(String text)) {
            return text;
        }
        throw new IllegalStateException("no text in " + schema.feature(slot).name());
    }

    /** The members in the slot of a set feature. */
    public Set<String> members(int slot) {
        if (values[slot] instanceof Value.Members(Set<String> members)) {
            return members;
        }
        throw new IllegalStateException("no set in " + schema.feature(slot).name());
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int slot = 0; slot < values.length; slot++) {
            Value value = values[slot];
            if (value != null && !value.equals(schema.feature(slot).defaultValue())) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(schema.feature(slot).name())
                        .append(' ')
                        .append(schema.feature(slot).type().format(value));
            }
        }
        return text.toString();
    }
}
