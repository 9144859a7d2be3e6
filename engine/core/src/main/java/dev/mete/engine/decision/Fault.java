package dev.mete.engine.decision;

import org.jspecify.annotations.Nullable;

/**
 * A policy that runs code of its author failed to decide. Never comes from a policy in the engine's own terms.
 *
 * @param rule the rule that failed; null where none did, or none is known
 * @param message how it failed, without naming the rule again
 */
public record Fault(@Nullable String rule, String message) implements Outcome {
    /** What failed, and how. */
    public String sentence() {
        return (rule == null ? "the policy failed: " : "the rule `" + rule + "` failed: ") + message;
    }
}
