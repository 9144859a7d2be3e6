package dev.mete.prove;

import dev.mete.engine.task.Task;

/** Whether any task comes to a line of a policy. */
public sealed interface Reached {
    /** One does. */
    record By(Task witness) implements Reached {}

    /** None does. */
    record Never() implements Reached {}

    /** The search ended before it could tell. */
    record NotDecided() implements Reached {}
}
