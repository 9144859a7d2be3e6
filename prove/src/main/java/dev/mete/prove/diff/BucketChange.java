package dev.mete.prove.diff;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.task.Task;

/**
 * Tasks that two policies put into different buckets. Immutable.
 *
 * @param condition which they are
 * @param witness the plainest of them, over the features of both policies
 */
public record BucketChange(Bucket before, Bucket after, String condition, Task witness) {}
