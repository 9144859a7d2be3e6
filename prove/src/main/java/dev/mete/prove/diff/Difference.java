package dev.mete.prove.diff;

import java.util.List;

/**
 * How two policies differ in what they decide. Immutable.
 *
 * @param notes how what they take differs: features that one of them does not have, or that a task may leave out for one alone
 * @param buckets regions of tasks that are put into another bucket
 * @param changes regions of tasks that are decided otherwise, each pair of rules together, the largest regions first
 * @param isAll whether no other task is decided otherwise, for certain
 */
public record Difference(List<String> notes, List<BucketChange> buckets, List<Change> changes, boolean isAll) {
    public Difference {
        notes = List.copyOf(notes);
        buckets = List.copyOf(buckets);
        changes = List.copyOf(changes);
    }

    /** Whether both take the same tasks and decide each alike, for certain. */
    public boolean isNone() {
        return notes.isEmpty() && changes.isEmpty() && isAll;
    }
}
