package dev.mete.engine.compiled;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        return new BuildIndex(schema, Check.all(lines)).of(rows(lines));
    }

    /** An index of so few lines that one word has all of their rows; null where they have more. */
    static @Nullable BitRows ofFew(List<Condition> lines, TaskSchema schema) {
        return new BuildIndex(schema, Check.all(lines)).ofFew(rows(lines));
    }

    private static List<Row> rows(List<Condition> lines) {
        var rows = new ArrayList<Row>();
        for (int line = 0; line < lines.size(); line++) {
            rows.addAll(Row.of(line, lines.get(line)));
        }
        return rows;
    }
}
