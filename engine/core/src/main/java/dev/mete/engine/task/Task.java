package dev.mete.engine.task;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The features of one piece of work, in the slots of a {@link TaskSchema}. Immutable, thread-safe. A slot that was not given and has no default
 * must not be read; a policy never does, since it requires what it reads.
 */
public final class Task {
    private final TaskSchema schema;

    /**
     * Scalars as they are, the hash of a text, nothing for sets; then a bit for each slot that has a value. In one array, since a decision waits for memory more than
     * for anything else.
     */
    private final long[] numbers;

    /** Texts as {@link String}, sets as {@link Set}; nothing for scalars. */
    private final @Nullable Object[] words;

    /** Takes over the arrays, in which every slot that was not given holds its default. */
    Task(TaskSchema schema, long[] numbers, @Nullable Object[] words) {
        this.schema = schema;
        this.numbers = numbers;
        this.words = words;
    }

    /** How many numbers the bits of so many slots take. */
    static int presenceWords(int slots) {
        return (slots + Long.SIZE - 1) / Long.SIZE;
    }

    /** Whether the bit of a slot is set, behind so many numbers. */
    static boolean isPresent(long[] numbers, int slots, int slot) {
        return (numbers[slots + slot / Long.SIZE] >>> slot & 1) != 0;
    }

    /** Sets the bit of a slot, behind so many numbers. */
    static void setPresent(long[] numbers, int slots, int slot) {
        numbers[slots + slot / Long.SIZE] |= 1L << slot;
    }

    /** The schema whose slots this task fills. */
    public TaskSchema schema() {
        return schema;
    }

    /** Whether the slot has a value, given or by default. */
    public boolean has(int slot) {
        return isPresent(numbers, words.length, slot);
    }

    /** The value of a slot, or null where it was not given and has no default. */
    @SuppressWarnings("unchecked") // a set is put in as a set of texts, see TaskSlots
    public @Nullable Value value(int slot) {
        if (!has(slot)) {
            return null;
        }
        return switch (words[slot]) {
            case null -> new Value.Scalar(numbers[slot]);
            case String text -> new Value.Words(text);
            case Object members -> new Value.Members((Set<String>) members);
        };
    }

    /** The number in the slot of a quantity, a flag or a closed type. */
    public long number(int slot) {
        return numbers[slot];
    }

    /** The text in the slot of a text feature. */
    public String text(int slot) {
        if (words[slot] instanceof String text) {
            return text;
        }
        throw new IllegalStateException("no text in " + schema.feature(slot).name());
    }

    /** The {@link String#hashCode} of the text in the slot of a text feature. */
    public int hash(int slot) {
        return (int) numbers[slot];
    }

    /** The members in the slot of a set feature. */
    @SuppressWarnings("unchecked") // a set is put in as a set of texts, see TaskSlots
    public Set<String> members(int slot) {
        if (words[slot] instanceof Set<?> members) {
            return (Set<String>) members;
        }
        throw new IllegalStateException("no set in " + schema.feature(slot).name());
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int slot = 0; slot < words.length; slot++) {
            Value value = value(slot);
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
