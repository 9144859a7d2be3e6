package dev.mete.simulate.run;

import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Fault;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.decision.Refusal;

/** What a contender does with a task. */
sealed interface Choice {
    /** It sends a call; bucket and rule are empty for what is no policy. */
    record Sends(Plan plan, String bucket, String rule) implements Choice {
        /** Model and effort. */
        String planName() {
            return plan.model().id() + "/" + plan.effort().word();
        }
    }

    /** No model can take the task. */
    record Refuses() implements Choice {}

    /** The policy fails at it. */
    record Fails() implements Choice {}

    /** What a policy's outcome means. */
    static Choice of(Outcome outcome) {
        return switch (outcome) {
            case Decision decision ->
                new Sends(decision.plan(), decision.bucket().word(), decision.rule());
            case Refusal _ -> new Refuses();
            case Fault _ -> new Fails();
        };
    }
}
