package dev.mete.engine.policy;

import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;

/** A policy that decides. Thread-safe; holds what its engine needs until it is closed. */
public interface CompiledPolicy extends AutoCloseable {
    /** What the policy is: name, language, revision, rules. */
    PolicyInfo info();

    /** The features that its tasks are made of. */
    TaskSchema schema();

    /**
     * Decides a task of this policy's {@link #schema()}. Total: every such task gets an outcome.
     *
     * @throws IllegalStateException when the policy is closed
     */
    Outcome decide(Task task);

    /**
     * Decides a task into fields that the next decision is written over. The same as {@link #decide(Task)}, and for engines that can, without allocating
     * anything.
     *
     * @throws IllegalStateException when the policy is closed
     */
    default void decide(Task task, Verdict verdict) {
        verdict.set(decide(task));
    }

    /** Decides a task and says why, line by line. */
    Explanation explain(Task task);

    /** Whether equal tasks always get equal outcomes; code of an author may decide by the clock. */
    default boolean isDeterministic() {
        return true;
    }

    /** Whether no decision ever waits or takes longer than a fraction of a millisecond, so that a thread that serves others may make it. */
    default boolean isQuick() {
        return false;
    }

    /** Lets go of what the engine holds. Decisions under way end as they would have. */
    @Override
    void close();
}
