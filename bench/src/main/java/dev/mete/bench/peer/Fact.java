package dev.mete.bench.peer;

import dev.mete.bench.workload.Fields;

/** A task as users of Drools would have it: a bean, which takes the rule's answer. Public for the classes that Drools generates. */
public final class Fact {
    /** No rule has fired. */
    public static final int NONE = -1;

    private final Fields fields;
    private int rule = NONE;

    Fact(Fields fields) {
        this.fields = fields;
    }

    Fields fields() {
        return fields;
    }

    public String getType() {
        return fields.type();
    }

    public String getTenant() {
        return fields.tenant();
    }

    public int getErrorCost() {
        return fields.errorCost();
    }

    public int getLatencyTolerance() {
        return fields.latencyTolerance();
    }

    public int getInputTokens() {
        return fields.inputTokens();
    }

    public int getOutputTokens() {
        return fields.outputTokens();
    }

    public int getCachedTokens() {
        return fields.cachedTokens();
    }

    public int getTools() {
        return fields.tools();
    }

    /** The place of the rule that fired. */
    public int getRule() {
        return rule;
    }

    public void setRule(int rule) {
        this.rule = rule;
    }
}
