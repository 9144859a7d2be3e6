package dev.mete.engine.drools.network;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.task.Task;
import java.util.BitSet;

/**
 * The fact of one phase of one decision: a task, its bucket, and the lines of the policy that Drools found to hold. Each phase has a type of its own, so
 * that a phase meets only its own rules. Not thread-safe; used by one session.
 */
abstract sealed class Question {
    private final Task task;
    private final Bucket bucket;
    private final BitSet held = new BitSet();

    private Question(Task task, Bucket bucket) {
        this.task = task;
        this.bucket = bucket;
    }

    /** Which bucket line holds? */
    static final class OfBucket extends Question {
        OfBucket(Task task) {
            super(task, Bucket.MAYBE);
        }
    }

    /** Which rule holds? */
    static final class OfRule extends Question {
        OfRule(Task task, Bucket bucket) {
            super(task, bucket);
        }
    }

    /** Which limits hold? */
    static final class OfLimits extends Question {
        OfLimits(Task task, Bucket bucket) {
            super(task, bucket);
        }
    }

    Task task() {
        return task;
    }

    Bucket bucket() {
        return bucket;
    }

    /** Notes that a line holds; what rules do when they fire. */
    void hold(int line) {
        held.set(line);
    }

    /** The lines that hold, by their position. */
    BitSet held() {
        return held;
    }

    /** The first line that holds, or -1. */
    int first() {
        return held.nextSetBit(0);
    }
}
