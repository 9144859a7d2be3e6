package dev.mete.prove.diff;

import dev.mete.engine.decision.Outcome;
import dev.mete.engine.task.Task;

/** Whether two policies decide any task otherwise. */
public sealed interface Example {
    /** They do: this one. */
    record Other(Task task, Outcome before, Outcome after) implements Example {}

    /** They do not, for certain. */
    record Same() implements Example {}

    /** The search ended before it could tell. */
    record NotDecided() implements Example {}
}
