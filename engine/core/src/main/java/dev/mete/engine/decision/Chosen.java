package dev.mete.engine.decision;

/**
 * How a plan came to be picked out of several. Immutable.
 *
 * @param by what they were compared by, such as {@code best of}
 * @param candidates how many there were
 * @param qualified how many of them satisfied {@code where}; where none did, the first one was taken
 */
public record Chosen(String by, int candidates, int qualified) {}
