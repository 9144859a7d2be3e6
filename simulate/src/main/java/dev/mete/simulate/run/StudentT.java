package dev.mete.simulate.run;

import dev.mete.simulate.report.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** The mean of a figure over independent seeds and its 95 % interval. */
final class StudentT {
    /** The 97.5th percentile of Student's t by degrees of freedom, from 1. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    /** That of the normal distribution, and how t tends to it. */
    private static final double NORMAL = 1.960;

    private static final double BEYOND = 2.4;

    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private StudentT() {}

    /** The interval of the given figures, one for each seed, rounded to so many fraction digits. */
    static Interval of(List<BigDecimal> figures, int fraction) {
        BigDecimal count = BigDecimal.valueOf(figures.size());
        BigDecimal mean =
                figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(count, DIGITS);
        if (figures.stream().allMatch(figure -> figure.compareTo(figures.getFirst()) == 0)) {
            return Interval.exactly(rounded(figures.getFirst(), fraction));
        }
        BigDecimal squares =
                figures.stream().map(figure -> figure.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        int freedom = figures.size() - 1;
        BigDecimal error = squares.divide(BigDecimal.valueOf(freedom), DIGITS)
                .divide(count, DIGITS)
                .sqrt(DIGITS);
        BigDecimal margin = error.multiply(BigDecimal.valueOf(t(freedom)));
        return new Interval(
                rounded(mean, fraction), rounded(mean.subtract(margin), fraction), rounded(mean.add(margin), fraction));
    }

    static BigDecimal rounded(BigDecimal figure, int fraction) {
        BigDecimal rounded = figure.setScale(fraction, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }

    private static double t(int freedom) {
        return freedom <= T.length ? T[freedom - 1] : NORMAL + BEYOND / freedom;
    }
}
