package dev.mete.simulate.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes figures for people: rounded, with separators. */
public final class FigureText {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal TEN_SECONDS = BigDecimal.valueOf(10_000);

    private FigureText() {}

    /** Dollars with cents, and with up to six fraction digits where there is less than one. */
    public static String dollars(BigDecimal dollars) {
        BigDecimal size = dollars.abs();
        BigDecimal rounded = size.compareTo(BigDecimal.ONE) < 0
                ? size.setScale(size.compareTo(CENT) < 0 ? 6 : 4, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                : size;
        int fraction = size.compareTo(BigDecimal.ONE) < 0 ? Math.max(2, rounded.scale()) : 2;
        return (dollars.signum() < 0 ? "-$" : "$") + String.format(Locale.ROOT, "%,." + fraction + "f", rounded);
    }

    /** A count. */
    public static String count(BigDecimal count) {
        return String.format(Locale.ROOT, "%,.0f", count.setScale(0, RoundingMode.HALF_EVEN));
    }

    /** A count. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A mean, with half of its interval where the seeds differ. */
    public static String dollars(Interval interval) {
        return dollars(interval.mean()) + margin(interval, dollars(half(interval)));
    }

    /** A mean, with half of its interval where the seeds differ. */
    public static String count(Interval interval) {
        return count(interval.mean()) + margin(interval, count(half(interval)));
    }

    private static String margin(Interval interval, String half) {
        return interval.isSpread() ? " ± " + half : "";
    }

    private static BigDecimal half(Interval interval) {
        return interval.high().subtract(interval.low()).divide(BigDecimal.TWO, 9, RoundingMode.HALF_EVEN);
    }

    /** Milliseconds, or seconds where there are many. */
    public static String millis(long millis) {
        BigDecimal exact = BigDecimal.valueOf(millis);
        return exact.compareTo(TEN_SECONDS) < 0
                ? count(millis) + " ms"
                : exact.movePointLeft(3).setScale(1, RoundingMode.HALF_EVEN).toPlainString() + " s";
    }
}
