package dev.mete.engine.ir;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog says of a plan, as amounts over the features of a task: linear once the closed features and the price tier are fixed. No cap
 * enters here, since a cap is a fuse that should not blow. Immutable.
 *
 * @param cost expected price in pico-dollars; null where the catalog lacks a figure for it
 * @param latency expected latency in microseconds; likewise
 * @param slowLatency 95th percentile of the latency in microseconds; likewise
 * @param errors probability of a wrong answer in millionths; likewise
 * @param missing the figures that the catalog lacks
 */
public record Worth(
        @Nullable Amount cost,
        @Nullable Amount latency,
        @Nullable Amount slowLatency,
        @Nullable Amount errors,
        Set<MissingFigure> missing) {
    public Worth {
        missing = Set.copyOf(missing);
    }
}
