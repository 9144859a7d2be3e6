package dev.mete.engine.json.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Numbers of a price map, exactly. */
final class Numbers {
    private static final int FACTOR_DIGITS = 6;
    private static final BigDecimal MOST_FACTOR = BigDecimal.valueOf(100);

    private Numbers() {}

    /** The number, unless the value is none; an exponent beyond all bounds makes none either. */
    static Optional<BigDecimal> of(Given value) {
        try {
            return value instanceof Given.Digits(String digits)
                    ? Optional.of(new BigDecimal(digits))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** How often one number goes into another, where that has an end within six digits and is no more than a hundred times. */
    static Optional<BigDecimal> ratio(BigDecimal number, BigDecimal of) {
        if (of.signum() <= 0 || number.signum() <= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(number.divide(of, FACTOR_DIGITS, RoundingMode.UNNECESSARY))
                    .filter(ratio -> ratio.compareTo(MOST_FACTOR) <= 0);
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }

    /** The shortest way to write a number without an exponent. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
