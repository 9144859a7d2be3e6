package dev.mete.engine.task;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads quantities as people write them with their unit: {@code $50}, {@code 1_000}, {@code 20s}, {@code 1.5h}, {@code 12.5%}. */
public final class QuantityText {
    private static final int LONGEST = 64;

    /** The most digits that are a {@code long} whatever they are. */
    private static final int SHORT = 18;

    private QuantityText() {}

    /** A written quantity: its unit and its value in that unit; a plain number has unit {@link Unit#NUMBER}. */
    public record Written(Unit unit, BigDecimal value) {}

    /** Reads a text, or nothing where it is no quantity. */
    public static Optional<Written> read(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST) {
            return Optional.empty();
        }
        boolean isNegative = stripped.startsWith("-");
        int sign = isNegative ? 1 : 0;
        boolean isMoney = stripped.startsWith("$", sign);
        int start = isMoney ? sign + 1 : sign;
        int whole = wholeEnd(stripped, start);
        int end = fractionEnd(stripped, whole);
        String unit = stripped.substring(end);
        if (whole == start || (isMoney && !unit.isEmpty()) || !isUnit(unit)) {
            return Optional.empty();
        }
        BigDecimal size = size(stripped, start, end);
        BigDecimal value = isNegative ? size.negate() : size;
        return Optional.of(isMoney ? new Written(Unit.MONEY, value) : withUnit(value, unit));
    }

    /** Where digits, grouped by underscores, end; the start where there are none. */
    private static int wholeEnd(String text, int start) {
        if (!isDigit(text, start)) {
            return start;
        }
        int at = start;
        while (isDigit(text, at) || (at < text.length() && text.charAt(at) == '_')) {
            at++;
        }
        return at;
    }

    /** Where a point and digits end; the start where there are none. */
    private static int fractionEnd(String text, int start) {
        if (start >= text.length() || text.charAt(start) != '.' || !isDigit(text, start + 1)) {
            return start;
        }
        int at = start + 1;
        while (isDigit(text, at)) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static BigDecimal size(String text, int start, int end) {
        if (end - start > SHORT) {
            return new BigDecimal(text.substring(start, end).replace("_", ""));
        }
        long digits = 0;
        int places = 0;
        boolean isFraction = false;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0');
                places += isFraction ? 1 : 0;
            } else {
                isFraction |= c == '.';
            }
        }
        return BigDecimal.valueOf(digits, places);
    }

    private static boolean isUnit(String unit) {
        return switch (unit) {
            case "", "%", "ms", "s", "m", "h", "d" -> true;
            default -> false;
        };
    }

    private static Written withUnit(BigDecimal value, String unit) {
        return switch (unit) {
            case "" -> new Written(Unit.NUMBER, value);
            case "%" -> new Written(Unit.PERCENT, value);
            case "ms" -> new Written(Unit.DURATION, value);
            case "s" -> new Written(Unit.DURATION, value.movePointRight(3));
            case "m" -> new Written(Unit.DURATION, value.multiply(BigDecimal.valueOf(60_000)));
            case "h" -> new Written(Unit.DURATION, value.multiply(BigDecimal.valueOf(3_600_000)));
            case "d" -> new Written(Unit.DURATION, value.multiply(BigDecimal.valueOf(86_400_000)));
            default -> throw new IllegalArgumentException(unit);
        };
    }
}
