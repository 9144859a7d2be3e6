package dev.mete.engine.task;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** What a quantity is measured in. A quantity is a whole {@code long} count of the unit's smallest part, so that all arithmetic is exact. */
public enum Unit {
    /** A plain decimal, at most 6 fraction digits; counted in millionths. */
    NUMBER("number", "a number", "", 1_000_000, -1_000_000_000, 1_000_000_000),
    /** Whole tokens. */
    TOKENS("tokens", "a whole number of tokens", "", 1, 0, 100_000_000),
    /** US dollars; counted in nano-dollars. */
    MONEY("money", "an amount of money", "_usd", 1_000_000_000, 0, 1_000_000_000),
    /** Time; counted in milliseconds. */
    DURATION("duration", "a duration", "_ms", 1, 0, 30L * 24 * 60 * 60 * 1_000),
    /** Percentage points, at most 6 fraction digits; counted in millionths of a point. */
    PERCENT("percent", "a percentage", "_percent", 1_000_000, 0, 1_000);

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private final String word;
    private final String description;
    private final String jsonSuffix;
    private final long scale;
    private final long least;
    private final long most;

    Unit(String word, String description, String jsonSuffix, long scale, long least, long most) {
        this.word = word;
        this.description = description;
        this.jsonSuffix = jsonSuffix;
        this.scale = scale;
        this.least = Math.multiplyExact(least, scale);
        this.most = Math.multiplyExact(most, scale);
    }

    /** The type's name in a policy. */
    public String word() {
        return word;
    }

    /** The type as messages name it, with its article. */
    public String description() {
        return description;
    }

    /** What a feature's name ends with in JSON where the value is a bare number; empty for units that need none. */
    public String jsonSuffix() {
        return jsonSuffix;
    }

    /** How many smallest parts make one unit: a dollar is 1,000,000,000 nano-dollars. */
    public long scale() {
        return scale;
    }

    /** The lowest value of the type, in smallest parts. */
    public long least() {
        return least;
    }

    /** The highest value of the type, in smallest parts. */
    public long most() {
        return most;
    }

    /** Whether values of this type carry a unit that must be written. */
    public boolean isDimensioned() {
        return !jsonSuffix.isEmpty();
    }

    /** The value in units, exactly. */
    public BigDecimal inUnits(long parts) {
        return BigDecimal.valueOf(parts).divide(BigDecimal.valueOf(scale));
    }

    /** Writes a value as an author would: {@code $50}, {@code 1.5s}, {@code 10_000}, {@code 12.5%}. */
    public String format(long parts) {
        return switch (this) {
            case NUMBER -> inUnits(parts).toPlainString();
            case TOKENS -> grouped(parts);
            case MONEY -> money(inUnits(parts));
            case DURATION -> duration(parts);
            case PERCENT -> inUnits(parts).toPlainString() + "%";
        };
    }

    private static String money(BigDecimal dollars) {
        BigDecimal shown = dollars.scale() == 1 ? dollars.setScale(2, RoundingMode.UNNECESSARY) : dollars;
        BigDecimal size = shown.abs();
        BigDecimal whole = size.setScale(0, RoundingMode.DOWN);
        String fraction = size.subtract(whole).toPlainString();
        String sign = shown.signum() < 0 ? "-$" : "$";
        return sign + grouped(whole.longValueExact()) + (fraction.length() > 1 ? fraction.substring(1) : "");
    }

    private static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '_');
    }

    private static String duration(long millis) {
        if (millis != 0 && millis % HOUR == 0) {
            return millis / HOUR + "h";
        }
        if (millis != 0 && millis % MINUTE == 0) {
            return millis / MINUTE + "m";
        }
        if (Math.abs(millis) >= SECOND) {
            return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString() + "s";
        }
        return millis + "ms";
    }
}
