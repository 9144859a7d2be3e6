package dev.mete.cli;

import java.math.BigDecimal;
import java.util.Locale;

/** Figures of a catalog as people read them. */
final class Figure {
    private static final int MILLIONTHS = 6;

    private Figure() {}

    /** Whole numbers with a comma for each thousand. */
    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A price of pico-dollars per token, in dollars per million tokens. */
    static String dollars(long picoDollars) {
        return plain(BigDecimal.valueOf(picoDollars, MILLIONTHS));
    }

    /** Millionths as per cent. */
    static String percent(long millionths) {
        return plain(BigDecimal.valueOf(millionths, MILLIONTHS - 2)) + " %";
    }

    /** The shortest way to write a number without an exponent. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
