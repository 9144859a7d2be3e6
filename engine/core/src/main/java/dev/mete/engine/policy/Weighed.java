package dev.mete.engine.policy;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * One of the plans that a rule let the catalog choose from, with its figures for a task as they were compared: without a cap. A figure that the
 * catalog lacks is null. Immutable.
 *
 * @param model the model's id
 * @param qualified whether it satisfied {@code where}
 * @param failed the first condition of {@code where} that did not hold; null where it qualified
 * @param cost expected price in pico-dollars
 * @param latency expected latency in microseconds
 * @param slowLatency 95th percentile of the latency in microseconds
 * @param errors probability of a wrong answer in millionths
 * @param loss what {@code best of} compares, in femto-dollars; null for another goal
 * @param breakEven the cost of an error, in nano-dollars, at which this plan and the chosen one come to the same; null where there is none above zero
 */
public record Weighed(
        String model,
        String effort,
        boolean chosen,
        boolean qualified,
        Explanation.@Nullable Failed failed,
        @Nullable Long cost,
        @Nullable Long latency,
        @Nullable Long slowLatency,
        @Nullable Integer errors,
        @Nullable BigInteger loss,
        @Nullable Long breakEven) {}
