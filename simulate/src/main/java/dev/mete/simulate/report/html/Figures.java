package dev.mete.simulate.report.html;

import dev.mete.simulate.report.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes figures as people read them. */
final class Figures {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private Figures() {}

    /** Dollars and cents; less than a cent with as many digits as it takes to show two of them. */
    static String dollars(BigDecimal amount) {
        boolean isTiny = amount.signum() != 0 && amount.abs().compareTo(CENT) < 0;
        BigDecimal shown = isTiny ? amount.round(new MathContext(2)) : amount.setScale(2, RoundingMode.HALF_UP);
        String sign = shown.signum() < 0 ? "-$" : "$";
        return sign + (isTiny ? shown.abs().toPlainString() : String.format(Locale.ROOT, "%,.2f", shown.abs()));
    }

    /** Dollars, with their interval where the seeds differ. */
    static String dollars(Interval amount) {
        return dollars(amount.mean()) + spread(dollars(amount.low()), dollars(amount.high()), amount);
    }

    /** A count, whole. */
    static String count(BigDecimal count) {
        return String.format(Locale.ROOT, "%,.0f", count);
    }

    /** A count, with its interval where the seeds differ. */
    static String count(Interval count) {
        return count(count.mean()) + spread(count(count.low()), count(count.high()), count);
    }

    /** A figure; at least so much where it is unknown of some requests, and in words where it is known of none. */
    static String known(@Nullable Interval figure, Function<Interval, String> shown, long unknown) {
        return figure == null ? "unknown" : (unknown > 0 ? "≥ " : "") + shown.apply(figure);
    }

    /** A part of a whole in percent, to a digit; a dash where there is no whole or one of them is unknown. */
    static String percent(@Nullable Interval part, @Nullable Interval whole) {
        return part == null || whole == null ? "–" : percent(part.mean(), whole.mean());
    }

    /** A part of a whole in percent, to a digit; a dash where there is no whole. */
    static String percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? "–"
                : part.multiply(BigDecimal.valueOf(100)).divide(whole, 1, RoundingMode.HALF_UP) + " %";
    }

    /** Milliseconds as seconds. */
    static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).setScale(millis < 10_000 ? 2 : 1, RoundingMode.HALF_UP) + " s";
    }

    private static String spread(String low, String high, Interval interval) {
        return interval.isSpread() ? " (" + low + " to " + high + ")" : "";
    }
}
