package dev.mete.engine.drools.fact;

import org.jspecify.annotations.Nullable;

/** What a rule asks for: a model of the catalog, an effort, and what it adds to them. Not thread-safe; lives as long as one decision. */
public final class Plan {
    private final String model;
    private final Effort effort;
    private @Nullable Long thinking;
    private @Nullable Long cap;
    private @Nullable Long timeoutMs;

    Plan(String model, Effort effort) {
        this.model = model;
        this.effort = effort;
    }

    /** Asks for hidden thinking of this many tokens. */
    public Plan thinking(long tokens) {
        thinking = tokens;
        return this;
    }

    /** Asks for a cap of this many output tokens, hidden thinking included. */
    public Plan cap(long tokens) {
        cap = tokens;
        return this;
    }

    /** Asks to wait this many milliseconds for the whole answer. */
    public Plan timeoutMs(long millis) {
        timeoutMs = millis;
        return this;
    }

    /** The model's id in the catalog. */
    public String model() {
        return model;
    }

    /** How hard the model may think. */
    public Effort effort() {
        return effort;
    }

    /** The hidden thinking that was asked for, in tokens; null where none was. */
    public @Nullable Long thinking() {
        return thinking;
    }

    /** The cap that was asked for, in tokens; null where none was. */
    public @Nullable Long cap() {
        return cap;
    }

    /** The timeout that was asked for, in milliseconds; null where none was. */
    public @Nullable Long timeoutMs() {
        return timeoutMs;
    }
}
