package dev.mete.server.decide;

import dev.mete.engine.task.Task;
import dev.mete.server.problem.Problem;

/** What reading a request for a decision comes to. */
sealed interface RequestReading {
    /** A task that fits the policy. */
    record Read(Task task) implements RequestReading {}

    /** Everything that is wrong with the request. */
    record Refused(Problem problem) implements RequestReading {}
}
