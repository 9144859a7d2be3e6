package dev.mete.engine.ir;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.diagnostic.Span;

/**
 * A limit: where its condition holds, its bound lowers what is above it.
 *
 * @param name what decisions call it: the author's reason, else the words of the line
 */
public record LimitIr(String name, Bound bound, Condition when, Span span) {
    /** What is bounded, and by how much. */
    public sealed interface Bound {
        /** At most this effort. */
        record EffortAtMost(Effort effort) implements Bound {}

        /** At most this many tokens of hidden thinking. */
        record ThinkingAtMost(Quantity tokens) implements Bound {}

        /** At most this many output tokens. */
        record CapAtMost(Quantity tokens) implements Bound {}

        /** At most this many nano-dollars for a call, whatever it thinks. */
        record CostAtMost(Quantity nanos) implements Bound {}

        /** At most this many milliseconds. */
        record TimeoutAtMost(Quantity millis) implements Bound {}
    }
}
