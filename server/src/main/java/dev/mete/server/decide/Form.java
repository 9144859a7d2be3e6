package dev.mete.server.decide;

/** What stands in a body. */
public enum Form {
    /** A request, {@code {"task": {...}}}. */
    REQUEST,
    /** The features of a task alone. */
    TASK
}
