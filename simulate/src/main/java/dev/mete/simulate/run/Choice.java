package dev.mete.simulate.run;

import dev.mete.engine.decision.EstimateSlots;
import dev.mete.engine.decision.Plan;

/** What a contender does with a task. */
sealed interface Choice {
    /**
     * It sends a call; bucket and rule are empty for what is no policy.
     *
     * @param planName model and effort
     * @param cost the expected price in pico-dollars, {@link EstimateSlots#UNKNOWN} where the catalog does not tell it
     * @param errors how probable a wrong answer is, in millionths, or {@link EstimateSlots#UNKNOWN}
     */
    record Sends(Plan plan, String planName, String bucket, String rule, long cost, long errors) implements Choice {}

    /** No model can take the task. */
    record Refuses() implements Choice {}

    /** The policy fails at it. */
    record Fails() implements Choice {}
}
