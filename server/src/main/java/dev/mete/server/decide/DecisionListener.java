package dev.mete.server.decide;

import dev.mete.engine.decision.Outcome;
import dev.mete.engine.policy.PolicyInfo;

/** Hears of every outcome, on the thread that decides. Must not block. */
public interface DecisionListener {
    /** Hears nothing. */
    DecisionListener NONE = new DecisionListener() {};

    /**
     * A policy came to an outcome.
     *
     * @param nanos how long it took from the task's bytes to the outcome
     */
    default void decided(PolicyInfo policy, Outcome outcome, long nanos) {}

    /** A task did not fit the features of a policy. */
    default void refused(PolicyInfo policy) {}
}
