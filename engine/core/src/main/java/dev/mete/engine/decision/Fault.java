package dev.mete.engine.decision;

import org.jspecify.annotations.Nullable;

/** A policy that runs code of its author failed to decide. Never comes from a policy in the engine's own terms. */
public record Fault(@Nullable String rule, String message) implements Outcome {}
