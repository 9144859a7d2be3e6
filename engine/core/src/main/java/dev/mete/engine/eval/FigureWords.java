package dev.mete.engine.eval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes the figures of a candidate as people read them. */
final class FigureWords {
    private static final MathContext DIGITS = new MathContext(4);

    private FigureWords() {}

    /** Pico-dollars as dollars. */
    static String dollars(BigInteger picos) {
        return "$" + plain(new BigDecimal(picos, 12).round(DIGITS));
    }

    /** Microseconds as seconds. */
    static String seconds(BigInteger micros) {
        return plain(new BigDecimal(micros, 6).setScale(3, RoundingMode.HALF_EVEN)) + "s";
    }

    /** Millionths as a percentage. */
    static String percent(BigInteger millionths) {
        return plain(new BigDecimal(millionths, 4)) + "%";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
