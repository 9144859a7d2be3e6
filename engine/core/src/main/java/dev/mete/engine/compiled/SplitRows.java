package dev.mete.engine.compiled;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.task.Task;

/** Rows that ask for one value of a feature, apart by that value, beside those that do not. */
final class SplitRows implements LineIndex {
    private final Axis axis;
    private final LineIndex[] byRegion;
    private final LineIndex others;

    /**
     * An index over parts.
     *
     * @param axis the feature
     * @param byRegion the lines that ask for a value, by its region
     * @param others the lines that ask for none
     */
    SplitRows(Axis axis, LineIndex[] byRegion, LineIndex others) {
        this.axis = axis;
        this.byRegion = byRegion;
        this.others = others;
    }

    @Override
    public int next(Task task, Bucket bucket, int from, int below) {
        int line = byRegion[axis.region(task, bucket)].next(task, bucket, from, below);
        int other = others.next(task, bucket, from, Math.min(line, below));
        return Math.min(line, other);
    }
}
