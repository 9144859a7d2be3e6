package dev.mete.engine.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one task. Immutable.
 *
 * @param rule the rule that decided, {@code otherwise} where none held
 * @param asked what the rule asked for where it was changed
 * @param limitedBy the limits that lowered something, by their reason or else their text
 * @param fallbacks what to try, in order, where the plan's model is unavailable or fails
 * @param estimate what the plan is expected to come to
 * @param chosen how the plan was picked out of several; null where the rule names one
 * @param passedOver the models that could not take the task
 */
public record Decision(
        Bucket bucket,
        String rule,
        Plan plan,
        Asked asked,
        List<String> limitedBy,
        List<Plan> fallbacks,
        List<PassedOver> passedOver,
        Estimate estimate,
        @Nullable Chosen chosen)
        implements Outcome {
    /** The name of the rule that holds where no other does. */
    public static final String OTHERWISE = "otherwise";

    /** A decision of a rule with one plan, of which nothing is estimated. */
    public Decision(
            Bucket bucket,
            String rule,
            Plan plan,
            Asked asked,
            List<String> limitedBy,
            List<Plan> fallbacks,
            List<PassedOver> passedOver) {
        this(bucket, rule, plan, asked, limitedBy, fallbacks, passedOver, Estimate.UNKNOWN, null);
    }

    public Decision {
        limitedBy = List.copyOf(limitedBy);
        fallbacks = List.copyOf(fallbacks);
        passedOver = List.copyOf(passedOver);
    }
}
