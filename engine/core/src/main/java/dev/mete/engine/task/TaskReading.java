package dev.mete.engine.task;

import java.util.List;

/** What reading a task comes to: the task, or everything that is wrong with it. */
public sealed interface TaskReading {
    /** The task is complete and every value is within its bounds. */
    record Accepted(Task task) implements TaskReading {}

    /** All problems, in the order of the input, then what is missing. */
    record Refused(List<TaskProblem> problems) implements TaskReading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
