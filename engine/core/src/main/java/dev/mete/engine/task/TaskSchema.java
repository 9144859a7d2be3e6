package dev.mete.engine.task;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The features of one policy, each with its slot, and which of them a task must give. Immutable, thread-safe. */
public final class TaskSchema {
    private final List<Feature> features;
    private final Map<String, Integer> slots = new HashMap<>();
    private final StandardSlots standard;
    private final BitSet read;
    private final int[] required;
    private final long[] defaultNumbers;
    private final @Nullable Object[] defaultWords;

    private TaskSchema(List<Feature> features, BitSet read) {
        this.features = List.copyOf(features);
        this.read = (BitSet) read.clone();
        for (int slot = 0; slot < features.size(); slot++) {
            if (slots.put(features.get(slot).name(), slot) != null) {
                throw new IllegalArgumentException(
                        "two features named " + features.get(slot).name());
            }
        }
        this.standard = new StandardSlots(this);
        this.required =
                IntStream.range(0, features.size()).filter(this::requires).toArray();
        this.defaultNumbers = new long[features.size() + Task.presenceWords(features.size())];
        this.defaultWords = new Object[features.size()];
        for (int slot = 0; slot < features.size(); slot++) {
            if (features.get(slot).defaultValue() != null) {
                Task.setPresent(defaultNumbers, features.size(), slot);
            }
            switch (features.get(slot).defaultValue()) {
                case null -> {}
                case Value.Scalar(long number) -> defaultNumbers[slot] = number;
                case Value.Words(String text) -> {
                    defaultWords[slot] = text;
                    defaultNumbers[slot] = text.hashCode();
                }
                case Value.Members(var members) -> defaultWords[slot] = members;
            }
        }
    }

    /**
     * A schema over the given features.
     *
     * @param read the slots that the policy can read
     */
    public static TaskSchema of(List<Feature> features, BitSet read) {
        return new TaskSchema(features, read);
    }

    /** The features in the order of their slots. */
    public List<Feature> features() {
        return features;
    }

    /** The feature in a slot. */
    public Feature feature(int slot) {
        return features.get(slot);
    }

    /** How many slots there are. */
    public int size() {
        return features.size();
    }

    /** The slot of the named feature, or -1 where there is none. */
    public int slot(String name) {
        return slots.getOrDefault(name, -1);
    }

    /** The slots of standard features. */
    public StandardSlots standard() {
        return standard;
    }

    /** Whether the policy can read the slot. */
    public boolean reads(int slot) {
        return read.get(slot);
    }

    /** Whether the slot can make a difference to a decision: the policy reads it, or what it decides is weighed by it. */
    public boolean matters(int slot) {
        return reads(slot) || StandardFeatures.isWeighed(features.get(slot).name());
    }

    /** Whether a task must give the slot: the policy can read it and it has no default. */
    public boolean requires(int slot) {
        return read.get(slot) && features.get(slot).defaultValue() == null;
    }

    /** Whether the tasks of both are the same: the same features in the same slots, of which the same must be given. */
    public boolean takesTasksOf(TaskSchema other) {
        return features.equals(other.features) && Arrays.equals(required, other.required);
    }

    int[] required() {
        return required;
    }

    long[] defaultNumbers() {
        return defaultNumbers;
    }

    @Nullable
    Object[] defaultWords() {
        return defaultWords;
    }
}
