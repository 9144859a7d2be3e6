package dev.mete.engine.compiled;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import java.util.ArrayList;
import java.util.List;

/** Finds the lines of a policy that hold for a task. Immutable, thread-safe; allocates nothing. */
sealed interface LineIndex permits InOrder, BitRows, SplitRows {
    /** No line. */
    int NONE = Integer.MAX_VALUE;

    /** So few lines are asked one after the other. */
    int FEW = 4;

    /**
     * The first line that holds.
     *
     * @param from the first that is looked at
     * @param below the first that is not
     */
    int next(Task task, Bucket bucket, int from, int below);

    /** An index of lines by their conditions. */
    static LineIndex of(List<Condition> lines, TaskSchema schema) {
        Check[] checks = Check.all(lines);
        var rows = new ArrayList<Row>();
        for (int line = 0; line < lines.size(); line++) {
            rows.addAll(Row.of(line, lines.get(line)));
        }
        return new BuildIndex(schema, checks).of(rows);
    }
}
