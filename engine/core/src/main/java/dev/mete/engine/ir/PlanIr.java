package dev.mete.engine.ir;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks for, before limits and fit.
 *
 * @param cap all output tokens; null where it is to be worked out
 * @param thinking hidden thinking, in tokens; null where the effort's allowance is meant
 * @param timeout in milliseconds; null where the plan sets none
 */
public record PlanIr(
        PolicyModel model,
        Effort effort,
        @Nullable Quantity thinking,
        @Nullable Quantity cap,
        @Nullable Quantity timeout,
        Span span) {}
