package dev.mete.prove;

import dev.mete.engine.task.Task;

/** Whether a claim holds for all tasks. */
public sealed interface Claimed {
    /** It does, for certain. */
    record Holds() implements Claimed {}

    /** It does not; here is a task, and the name of the rule that decides it. */
    record Fails(Task witness, String rule) implements Claimed {}

    /** The search ended before it could tell. */
    record NotDecided() implements Claimed {}
}
