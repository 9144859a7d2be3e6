package dev.mete.prove;

import dev.mete.engine.task.Task;

/**
 * Tasks that come to `otherwise`.
 *
 * @param condition which they are
 * @param share how many of all tasks they are, where each value of a closed feature counts alike, and each doubling of an amount
 * @param witness the plainest of them
 */
public record Fallen(String condition, double share, Task witness) {}
