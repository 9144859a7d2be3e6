package dev.mete.engine.task;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a task while it is read: values that are known to be of their feature's type and within its bounds. Everything else goes through
 * {@link TaskBuilder}, which says what is wrong. Used for one task; not thread-safe.
 */
public final class TaskSlots {
    private final TaskSchema schema;
    private final long[] numbers;
    private final @Nullable Object[] words;
    private final boolean[] taken;

    /** Slots that hold the defaults. */
    public TaskSlots(TaskSchema schema) {
        this.schema = schema;
        this.numbers = schema.defaultNumbers().clone();
        this.words = schema.defaultWords().clone();
        this.taken = new boolean[schema.size()];
    }

    /** Whether a slot is taken for the first time. */
    public boolean take(int slot) {
        boolean isFirst = !taken[slot];
        taken[slot] = true;
        return isFirst;
    }

    /** Whether a slot has been taken. */
    boolean isTaken(int slot) {
        return taken[slot];
    }

    /** Puts a quantity in smallest parts, a position, or a flag as 0 or 1. */
    public void number(int slot, long number) {
        numbers[slot] = number;
        Task.setPresent(numbers, words.length, slot);
    }

    /** Puts a text. */
    public void text(int slot, String text) {
        words[slot] = text;
        numbers[slot] = text.hashCode();
        Task.setPresent(numbers, words.length, slot);
    }

    /** Puts a set, which must not change any more. */
    public void members(int slot, Set<String> members) {
        words[slot] = members;
        Task.setPresent(numbers, words.length, slot);
    }

    void value(int slot, Value value) {
        switch (value) {
            case Value.Scalar(long number) -> number(slot, number);
            case Value.Words(String text) -> text(slot, text);
            case Value.Members(Set<String> members) -> members(slot, members);
        }
    }

    /** Whether every slot that a task must give has a value. */
    public boolean isComplete() {
        for (int slot : schema.required()) {
            if (!Task.isPresent(numbers, words.length, slot)) {
                return false;
            }
        }
        return true;
    }

    /** The task; the slots belong to it from now on. */
    public Task task() {
        return new Task(schema, numbers, words);
    }
}
