package dev.mete.engine.sample;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.ir.Quantity;
import org.jspecify.annotations.Nullable;

/** What a rule asks for, step by step: {@code Ask.of(model, HIGH).cap(600).plan()}. Immutable. */
public record Ask(
        PolicyModel model,
        Effort effort,
        @Nullable Quantity thinkingTokens,
        @Nullable Quantity tokenCap,
        @Nullable Quantity timeoutMillis) {
    /** A model at an effort; the last part of the model's id is its alias. */
    public static Ask of(Model model, Effort effort) {
        return new Ask(new PolicyModel(model.name(), model, Words.span(model.name())), effort, null, null, null);
    }

    /** With a thinking budget. */
    public Ask thinking(long tokens) {
        return thinking(Quantity.fixed(tokens, Words.span("thinking " + tokens)));
    }

    /** With a thinking budget that is worked out. */
    public Ask thinking(@Nullable Quantity tokens) {
        return new Ask(model, effort, tokens, tokenCap, timeoutMillis);
    }

    /** With a cap. */
    public Ask cap(long tokens) {
        return cap(Quantity.fixed(tokens, Words.span("cap " + tokens)));
    }

    /** With a cap that is worked out. */
    public Ask cap(@Nullable Quantity tokens) {
        return new Ask(model, effort, thinkingTokens, tokens, timeoutMillis);
    }

    /** With a timeout. */
    public Ask timeout(long millis) {
        return timeout(Quantity.fixed(millis, Words.span("timeout " + millis + "ms")));
    }

    /** With a timeout that is worked out. */
    public Ask timeout(@Nullable Quantity millis) {
        return new Ask(model, effort, thinkingTokens, tokenCap, millis);
    }

    /** What is asked for, in the engine's terms. */
    public PlanIr plan() {
        Span span = Words.span(model.alias() + ", effort " + effort.word());
        return new PlanIr(model, effort, thinkingTokens, tokenCap, timeoutMillis, span);
    }
}
