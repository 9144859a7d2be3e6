package dev.mete.engine.task;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads quantities as people write them with their unit: {@code $50}, {@code 1_000}, {@code 20s}, {@code 1.5h}, {@code 12.5%}. */
public final class QuantityText {
    private static final Pattern FORM =
            Pattern.compile("(?<sign>-)?(?<dollar>\\$)?(?<number>\\d[\\d_]*(?:\\.\\d+)?)(?<unit>ms|s|m|h|d|%)?");
    private static final int LONGEST = 64;

    private QuantityText() {}

    /** A written quantity: its unit and its value in that unit; a plain number has unit {@link Unit#NUMBER}. */
    public record Written(Unit unit, BigDecimal value) {}

    /** Reads a text, or nothing where it is no quantity. */
    public static Optional<Written> read(String text) {
        String stripped = text.strip();
        Matcher matcher = FORM.matcher(stripped);
        if (stripped.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        boolean dollar = matcher.group("dollar") != null;
        String unit = matcher.group("unit");
        if (dollar && unit != null) {
            return Optional.empty();
        }
        var size = new BigDecimal(matcher.group("number").replace("_", ""));
        var value = matcher.group("sign") == null ? size : size.negate();
        if (dollar) {
            return Optional.of(new Written(Unit.MONEY, value));
        }
        return Optional.of(unit == null ? new Written(Unit.NUMBER, value) : withUnit(value, unit));
    }

    private static Written withUnit(BigDecimal value, String unit) {
        return switch (unit) {
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
