package dev.mete.engine.decision;

/** A model that a task could not be given to, and why. */
public record PassedOver(String model, String reason) {}
