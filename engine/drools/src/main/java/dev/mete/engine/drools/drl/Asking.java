package dev.mete.engine.drools.drl;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PlanIr;
import org.jspecify.annotations.Nullable;

/** What one statement of a consequence asks for. Immutable. */
sealed interface Asking {
    Span span();

    /** {@code decision.classify(..);} */
    record Classify(Bucket bucket, Span span) implements Asking {}

    /** {@code decision.waitingCostsUsdPerSecond(..);}, in nano-dollars. */
    record Wait(long nanosPerSecond, Span span) implements Asking {}

    /** {@code decision.route(..);}; the plan is null where a mistake in it was reported. */
    record Route(@Nullable PlanIr plan, Span span) implements Asking {}

    /** {@code decision.bestOf()..} and its like; the choice is null where a mistake in it was reported. */
    record Choose(@Nullable Choosing choosing, Span span) implements Asking {}

    /** {@code decision.fallback(..);}; the plan is null where a mistake in it was reported. */
    record Fallback(@Nullable PlanIr plan, Span span) implements Asking {}

    /**
     * {@code decision.limitCap(..);} and its like.
     *
     * @param because the author's reason; null where none was given
     */
    record Limit(LimitIr.Bound bound, @Nullable String because, Span span) implements Asking {}

    /** What could not be read and was reported. */
    record Broken(Span span) implements Asking {}
}
