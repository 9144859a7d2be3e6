package dev.mete.simulate.report;

import java.math.BigDecimal;

/**
 * The mean of a figure over the seeds, and the 95 % interval of it by Student's t. With one seed, and for what no draw changes, low and high are the
 * mean. Immutable.
 */
public record Interval(BigDecimal mean, BigDecimal low, BigDecimal high) {
    /** A figure that is the same for every seed. */
    public static Interval exactly(BigDecimal figure) {
        return new Interval(figure, figure, figure);
    }

    /** The figure the other way round. */
    public Interval negated() {
        return new Interval(mean.negate(), high.negate(), low.negate());
    }

    /** Whether the seeds differ. */
    public boolean isSpread() {
        return low.compareTo(high) != 0;
    }
}
