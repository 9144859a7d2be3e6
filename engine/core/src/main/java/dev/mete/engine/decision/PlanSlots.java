package dev.mete.engine.decision;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;

/** A {@link Plan} in fields that the next one is written over. Not thread-safe. */
public final class PlanSlots {
    private static final Effort[] EFFORTS = Effort.values();

    private DecisionNames names = DecisionNames.NONE;
    private int model;
    private int effort;
    private long tokenCap;
    private long thinkingTokens;
    private long timeoutMillis;

    void names(DecisionNames of) {
        names = of;
    }

    /**
     * Writes a plan over the one before.
     *
     * @param model the model's place among those of the policy
     * @param effort the effort's ordinal
     */
    public void set(int model, int effort, long tokenCap, long thinkingTokens, long timeoutMillis) {
        this.model = model;
        this.effort = effort;
        this.tokenCap = tokenCap;
        this.thinkingTokens = thinkingTokens;
        this.timeoutMillis = timeoutMillis;
    }

    /** The model. */
    public Model model() {
        return names.models().get(model);
    }

    /** The model's place among those of the policy. */
    public int modelPlace() {
        return model;
    }

    /** The effort. */
    public Effort effort() {
        return EFFORTS[effort];
    }

    /** All output tokens. */
    public long tokenCap() {
        return tokenCap;
    }

    /** How much of the cap hidden thinking may take. */
    public long thinkingTokens() {
        return thinkingTokens;
    }

    /** How long to wait, in milliseconds; {@link Plan#NO_TIMEOUT} where nothing bounds it. */
    public long timeoutMillis() {
        return timeoutMillis;
    }

    /** The plan itself. */
    public Plan plan() {
        return new Plan(model(), effort(), tokenCap, thinkingTokens, timeoutMillis);
    }

    /** Whether both are the same plan, of models of the same policy. */
    public boolean isSame(PlanSlots other) {
        return model == other.model
                && effort == other.effort
                && tokenCap == other.tokenCap
                && thinkingTokens == other.thinkingTokens
                && timeoutMillis == other.timeoutMillis;
    }
}
