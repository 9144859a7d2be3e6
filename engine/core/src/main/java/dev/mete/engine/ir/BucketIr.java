package dev.mete.engine.ir;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.diagnostic.Span;

/**
 * A bucket line: where its condition is the first to hold, the task is in the bucket.
 *
 * @param name what explanations call it: the words of the line, or the name of a rule that classifies
 */
public record BucketIr(String name, Bucket bucket, Condition when, Span span) {}
