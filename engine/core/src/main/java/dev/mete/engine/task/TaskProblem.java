package dev.mete.engine.task;

import org.jspecify.annotations.Nullable;

/**
 * One thing that keeps a task from fitting the features of a policy.
 *
 * @param code stable, {@code T} and four digits
 * @param pointer the JSON pointer (RFC 6901) of the value, from the task on
 * @param message what is wrong, one sentence
 * @param help what to send instead; null where there is nothing to add
 */
public record TaskProblem(
        String code,
        String pointer,
        String message,
        @Nullable String help) {}
