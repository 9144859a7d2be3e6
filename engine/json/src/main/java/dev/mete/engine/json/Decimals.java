package dev.mete.engine.json;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The exact decimals between two bounds, both inclusive. Nothing is rounded: a number with more digits is none of them. Immutable.
 *
 * @param digits how many digits after the point count; one is ten to the power of them in parts
 */
record Decimals(BigDecimal least, BigDecimal most, int digits) {
    /** Dollars per million tokens, in pico-dollars per token. */
    static final Decimals PRICE = of("0", "10000", 6);

    /** A share of one, in millionths. */
    static final Decimals SHARE = of("0", "1", 6);

    /** Tokens per second, in thousandths. */
    static final Decimals RATE = of("0.1", "1000000", 3);

    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");

    static Decimals of(String least, String most, int digits) {
        return new Decimals(new BigDecimal(least), new BigDecimal(most), digits);
    }

    /** The number's parts; nothing where it is none of these. */
    OptionalLong parts(String text) {
        if (!PLAIN.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        var number = new BigDecimal(text);
        return number.compareTo(least) < 0
                        || number.compareTo(most) > 0
                        || number.stripTrailingZeros().scale() > digits
                ? OptionalLong.empty()
                : OptionalLong.of(number.movePointRight(digits).longValueExact());
    }

    /** What such a number is, for messages. */
    String form() {
        return "a number from " + least.toPlainString() + " to " + most.toPlainString() + " with at most " + digits
                + " digits after the point";
    }

    /** What to write instead of a number with an exponent. */
    static @Nullable String help(Located value) {
        return value instanceof Located.Digits(var digits, var _, var _)
                        && !PLAIN.matcher(digits).matches()
                ? "write it out in digits, without an exponent"
                : null;
    }
}
