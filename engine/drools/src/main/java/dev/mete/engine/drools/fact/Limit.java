package dev.mete.engine.drools.fact;

import org.jspecify.annotations.Nullable;

/** A ceiling that a rule sets. Immutable. */
public sealed interface Limit {
    /** The author's reason; null where none was given. */
    @Nullable
    String because();

    /** At most this effort. */
    record OfEffort(Effort most, @Nullable String because) implements Limit {}

    /** At most this many tokens of hidden thinking. */
    record OfThinking(long tokens, @Nullable String because) implements Limit {}

    /** At most this many output tokens. */
    record OfCap(long tokens, @Nullable String because) implements Limit {}

    /** At most this many US dollars for a call, whatever it thinks. */
    record OfCost(double dollars, @Nullable String because) implements Limit {}

    /** At most this many milliseconds. */
    record OfTimeout(long millis, @Nullable String because) implements Limit {}
}
