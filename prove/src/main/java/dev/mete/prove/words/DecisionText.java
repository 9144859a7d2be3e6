package dev.mete.prove.words;

import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.task.Unit;

/** Says what a task gets. Stateless, thread-safe. */
public final class DecisionText {
    private DecisionText() {}

    /** A decision such as {@code model openai/gpt-5.5, effort low, cap 2_000, bucket use}. */
    public static String of(Outcome outcome) {
        if (!(outcome instanceof Decision decision)) {
            return "no model can take it";
        }
        return of(decision.plan()) + ", bucket " + decision.bucket().word();
    }

    /** A plan such as {@code model openai/gpt-5.5, effort low, cap 2_000}. */
    public static String of(Plan plan) {
        var text = new StringBuilder("model ").append(plan.model().id());
        text.append(", effort ").append(plan.effort().word());
        if (plan.thinkingTokens() > 0) {
            text.append(", thinking ").append(Unit.TOKENS.format(plan.thinkingTokens()));
        }
        text.append(", cap ").append(Unit.TOKENS.format(plan.tokenCap()));
        if (plan.hasTimeout()) {
            text.append(", timeout ").append(Unit.DURATION.format(plan.timeoutMillis()));
        }
        return text.toString();
    }
}
