package dev.mete.engine.compiled;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.task.Task;

/** Rows that are asked one after the other. */
final class InOrder implements LineIndex {
    private final int[] lines;
    private final Tests[] tests;

    /**
     * An index of these rows.
     *
     * @param lines the places of their lines, in order
     * @param tests when each of them holds
     */
    InOrder(int[] lines, Tests[] tests) {
        this.lines = lines;
        this.tests = tests;
    }

    @Override
    public int next(Task task, Bucket bucket, int from, int below) {
        for (int i = 0; i < lines.length; i++) {
            int line = lines[i];
            if (line >= below) {
                return NONE;
            }
            if (line >= from && tests[i].hold(task, bucket)) {
                return line;
            }
        }
        return NONE;
    }
}
