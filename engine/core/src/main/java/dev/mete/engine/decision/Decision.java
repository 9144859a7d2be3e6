package dev.mete.engine.decision;

import java.util.List;

/**
 * The answer for one task. Immutable.
 *
 * @param rule the rule that decided, {@code otherwise} where none held
 * @param asked what the rule asked for where it was changed
 * @param limitedBy the limits that lowered something, by their reason or else their text
 * @param fallbacks what to try, in order, where the plan's model is unavailable or fails
 * @param passedOver the models that could not take the task
 */
public record Decision(
        Bucket bucket,
        String rule,
        Plan plan,
        Asked asked,
        List<String> limitedBy,
        List<Plan> fallbacks,
        List<PassedOver> passedOver)
        implements Outcome {
    /** The name of the rule that holds where no other does. */
    public static final String OTHERWISE = "otherwise";

    public Decision {
        limitedBy = List.copyOf(limitedBy);
        fallbacks = List.copyOf(fallbacks);
        passedOver = List.copyOf(passedOver);
    }
}
