package dev.mete.server.decide;

import dev.mete.server.problem.Problem;
import dev.mete.server.problem.ProblemKind;

/** How much one request may bring, in bytes and tasks. */
public final class Limits {
    /** The largest body of a single task, and the longest line of a stream. */
    public static final int SINGLE = 1 << 20;

    /** The largest body of a batch. */
    public static final int BATCH = 64 << 20;

    /** The most tasks of a batch. */
    public static final int BATCH_TASKS = 10_000;

    private Limits() {}

    /** The problem of a body that is larger than its limit. */
    public static Problem tooLarge(String what, int limit) {
        return Problem.of(
                ProblemKind.TOO_LARGE,
                what + " is larger than " + (limit >> 20) + " MiB",
                "a single task or a line of a stream may take " + (SINGLE >> 20) + " MiB, a batch " + (BATCH >> 20)
                        + " MiB, a stream (application/x-ndjson) any number of lines");
    }

    /** The problem of a batch of too many tasks. */
    static Problem tooManyTasks() {
        return Problem.of(
                ProblemKind.TOO_LARGE,
                "a batch takes at most " + BATCH_TASKS + " tasks",
                "send several batches, or a stream (application/x-ndjson), which takes any number of lines");
    }

    /** The problem of a batch whose answers take too much room. */
    static Problem answersTooLarge() {
        return Problem.of(
                ProblemKind.TOO_LARGE,
                "the answers to this batch are larger than " + (BATCH >> 20) + " MiB",
                "send several batches, or a stream (application/x-ndjson), whose answers are sent one by one");
    }
}
