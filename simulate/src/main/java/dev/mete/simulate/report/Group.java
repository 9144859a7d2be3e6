package dev.mete.simulate.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a share of the requests comes to. Sums over the traffic, as means over the seeds. A figure that is known of none of the requests is null; one
 * that is known of some is at least the sum of these, and {@link Unknown} counts the others. Immutable.
 *
 * @param name the bucket, rule, model with effort, or tenant
 * @param requests how many were sent; a mean over the seeds, whole but for a control
 * @param dollars exact price of all calls; without those that {@code unknown} counts
 * @param estimatedDollars the price that the decisions expected
 * @param thinkingTokens hidden thinking
 * @param visibleTokens visible answers
 * @param latency null where none is known
 * @param misses answers later than the caller can wait
 * @param cutOffs answers that the cap cut off
 * @param errors wrong answers, recorded or drawn
 * @param expectedErrors wrong answers by the probabilities alone
 * @param errorDollars what answers that are wrong or cut off cost the business
 * @param gpuSeconds for how long the calls occupy GPUs of one's own
 * @param slotSeconds for how long they occupy one of the sequences that such GPUs run at once
 */
public record Group(
        String name,
        BigDecimal requests,
        @Nullable Interval dollars,
        @Nullable BigDecimal estimatedDollars,
        @Nullable Interval thinkingTokens,
        @Nullable Interval visibleTokens,
        @Nullable Latency latency,
        @Nullable Interval misses,
        @Nullable Interval cutOffs,
        @Nullable Interval errors,
        @Nullable BigDecimal expectedErrors,
        @Nullable Interval errorDollars,
        BigDecimal gpuSeconds,
        BigDecimal slotSeconds,
        Unknown unknown) {}
