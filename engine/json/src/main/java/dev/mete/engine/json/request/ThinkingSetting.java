package dev.mete.engine.json.request;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.decision.Plan;

/** What a request says about thinking. Where a model takes both a word and a number of tokens, the word is said. */
sealed interface ThinkingSetting {
    /** Nothing: the model does not think, and its API may refuse any word about it. */
    record Unsaid() implements ThinkingSetting {}

    /** That the model, which can think, does not. */
    record Off() implements ThinkingSetting {}

    /** An effort level. */
    record Level(Effort effort) implements ThinkingSetting {}

    /** A number of tokens. */
    record Budget(long tokens) implements ThinkingSetting {}

    /** What a plan comes to. */
    static ThinkingSetting of(Plan plan) {
        var thinking = plan.model().thinking();
        if (thinking == null) {
            return new Unsaid();
        }
        if (plan.effort() == Effort.NONE) {
            return new Off();
        }
        return thinking.levels().isEmpty() ? new Budget(plan.thinkingTokens()) : new Level(plan.effort());
    }
}
