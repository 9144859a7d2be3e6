package dev.mete.engine.decision;

import dev.mete.engine.catalog.Effort;
import org.jspecify.annotations.Nullable;

/** What the deciding rule asked for, only where limits or the model made something else of it; null where they did not. */
public record Asked(
        @Nullable String model,
        @Nullable Effort effort,
        @Nullable Long tokenCap,
        @Nullable Long thinkingTokens,
        @Nullable Long timeoutMillis) {
    /** Nothing was changed. */
    public static final Asked NOTHING_ELSE = new Asked(null, null, null, null, null);

    /** Whether every part of the plan is as the rule asked. */
    public boolean isEmpty() {
        return equals(NOTHING_ELSE);
    }
}
