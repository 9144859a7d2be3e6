package dev.mete.server.decide;

import dev.mete.engine.decision.Verdict;
import dev.mete.engine.policy.PolicyInfo;

/** Hears of every outcome, on the thread that decides. Must not block. */
public interface DecisionListener {
    /** Hears nothing. */
    DecisionListener NONE = new DecisionListener() {};

    /**
     * A policy came to an outcome.
     *
     * @param verdict the outcome, to be read at once: the next one is written over it
     * @param nanos how long it took from the task's bytes to the outcome
     */
    default void decided(PolicyInfo policy, Verdict verdict, long nanos) {}

    /** A task did not fit the features of a policy. */
    default void refused(PolicyInfo policy) {}
}
