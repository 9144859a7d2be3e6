package dev.mete.engine.decision;

/** What deciding a task comes to. */
public sealed interface Outcome permits Decision, Refusal, Fault {}
