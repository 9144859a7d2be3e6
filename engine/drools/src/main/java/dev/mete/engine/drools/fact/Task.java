package dev.mete.engine.drools.fact;

import dev.mete.engine.task.FeatureType;
import java.util.Set;

/**
 * A task as rules see it: the standard features, as JavaBeans properties since Drools reads those. Dollars and plain numbers are {@code double}s, since
 * Drools compares a {@code BigDecimal} with another number than the one written: 0.3 does not equal 0.3.
 * Immutable. A getter throws {@link IllegalStateException} where the task does not tell the feature and it has no default.
 */
public final class Task {
    private final dev.mete.engine.task.Task told;

    /** The fact of a task over a schema that has the standard features. */
    public Task(dev.mete.engine.task.Task told) {
        this.told = told;
    }

    /** What kind of work, such as {@code code_review}. */
    public String getType() {
        return closed("type");
    }

    /** The expected difficulty: low, medium or high. */
    public String getComplexity() {
        return closed("complexity");
    }

    /** What one wrong answer costs the business, in US dollars. */
    public double getErrorCostUsd() {
        return decimal("error_cost");
    }

    /** How long the caller can wait for the whole answer, in milliseconds. */
    public long getLatencyToleranceMs() {
        return whole("latency_tolerance");
    }

    /** The length of the prompt, in tokens. */
    public long getInputTokens() {
        return whole("input_tokens");
    }

    /** The expected length of the visible answer, in tokens. */
    public long getOutputTokens() {
        return whole("output_tokens");
    }

    /** How much of the prompt's start the provider has cached, in tokens. */
    public long getCachedTokens() {
        return whole("cached_tokens");
    }

    /** The model of the previous turn, or the empty text. */
    public String getPreviousModel() {
        return text("previous_model");
    }

    /** 1 on the first try. */
    public double getAttempt() {
        return decimal("attempt");
    }

    /** Whether the answer is streamed. */
    public boolean isStream() {
        return whole("stream") != 0;
    }

    /** How many tools are offered to the model. */
    public double getTools() {
        return decimal("tools");
    }

    /** How sensitive the prompt is: public, internal, confidential or restricted. */
    public String getSensitivity() {
        return closed("sensitivity");
    }

    /** The organisation that asks, or the empty text. */
    public String getTenant() {
        return text("tenant");
    }

    /** Who asks, or the empty text. */
    public String getUser() {
        return text("user");
    }

    /** Anything else that the caller told. */
    public Set<String> getTags() {
        return told.members(slot("tags"));
    }

    @Override
    public String toString() {
        return "Task(" + told + ")";
    }

    private long whole(String feature) {
        return told.number(slot(feature));
    }

    private String text(String feature) {
        return told.text(slot(feature));
    }

    private double decimal(String feature) {
        int slot = slot(feature);
        if (told.schema().feature(slot).type() instanceof FeatureType.Quantity quantity) {
            return quantity.unit().inUnits(told.number(slot)).doubleValue();
        }
        throw new IllegalStateException("`" + feature + "` is no quantity");
    }

    private String closed(String feature) {
        int slot = slot(feature);
        if (told.schema().feature(slot).type() instanceof FeatureType.OneOf closed) {
            return closed.values().get((int) told.number(slot));
        }
        throw new IllegalStateException("`" + feature + "` is not one of a few values");
    }

    private int slot(String feature) {
        int slot = told.schema().slot(feature);
        if (slot < 0 || !told.has(slot)) {
            throw new IllegalStateException("the task does not tell `" + feature + "`");
        }
        return slot;
    }
}
