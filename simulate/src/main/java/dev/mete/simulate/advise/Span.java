package dev.mete.simulate.advise;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** An estimate with its confidence interval. Immutable. */
public record Span(BigDecimal estimate, BigDecimal low, BigDecimal high) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    static Span of(double estimate, double low, double high) {
        return new Span(decimal(estimate), decimal(low), decimal(high));
    }

    /** A share of n, by Wilson's score. */
    static Span share(long hits, long n, double alpha) {
        var interval =
                BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(Math.toIntExact(n), Math.toIntExact(hits), alpha);
        return of((double) hits / n, interval.getLowerBound(), interval.getUpperBound());
    }

    /**
     * This less another that is independent of it: the squares of the distances to the bounds add up. Of two shares by Wilson's score this is
     * Newcombe's hybrid score (method 10; Statistics in Medicine 17, 1998); of other figures see Zou and Donner (Statistics in Medicine 27, 2008).
     */
    Span less(Span other) {
        double difference = value(estimate) - value(other.estimate);
        double below = Math.hypot(value(estimate) - value(low), value(other.high) - value(other.estimate));
        double above = Math.hypot(value(high) - value(estimate), value(other.estimate) - value(other.low));
        return of(difference, difference - below, difference + above);
    }

    /** A mean of many, by the normal law. */
    static Span mean(Moments moments, double alpha) {
        double half = quantile(alpha) * Math.sqrt(moments.ofMean());
        return of(moments.mean(), moments.mean() - half, moments.mean() + half);
    }

    Span times(double factor) {
        return of(value(estimate) * factor, value(low) * factor, value(high) * factor);
    }

    /** How many standard deviations the two-sided interval reaches. */
    static double quantile(double alpha) {
        return NORMAL.inverseSurvivalProbability(alpha / 2);
    }

    double value() {
        return value(estimate);
    }

    double lowest() {
        return value(low);
    }

    double highest() {
        return value(high);
    }

    private static double value(BigDecimal figure) {
        return figure.doubleValue();
    }

    private static BigDecimal decimal(double figure) {
        return new BigDecimal(figure, new MathContext(15));
    }
}
