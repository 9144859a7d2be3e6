package dev.mete.engine.task;

import java.math.BigDecimal;

/** How problems spell what was sent, shortened where it is long, and what to send instead. */
final class Spelling {
    private static final int LONGEST_QUOTE = 60;
    private static final long EXAMPLE_TOKENS = 1_000;
    private static final long EXAMPLE_DOLLARS = 50;
    private static final long EXAMPLE_MILLIS = 20_000;
    private static final long EXAMPLE_PERCENT = 10;

    private Spelling() {}

    /** A value that the feature takes, as it stands in JSON; a dimensioned quantity in both its spellings. */
    static String example(Feature feature) {
        String name = "\"" + feature.name() + "\": ";
        return switch (feature.type()) {
            case FeatureType.Flag() -> name + "true";
            case FeatureType.OneOf(var values, var _) -> name + "\"" + values.getFirst() + "\"";
            case FeatureType.Text() -> name + "\"…\"";
            case FeatureType.TextSet() -> name + "[\"…\"]";
            case FeatureType.Quantity(Unit unit, long least, long most) -> {
                long parts = Math.clamp(example(unit) * unit.scale(), least, most);
                String number =
                        "\"" + feature.jsonName() + "\": " + unit.inUnits(parts).toPlainString();
                yield unit.isDimensioned() ? number + " or " + name + "\"" + unit.format(parts) + "\"" : number;
            }
        };
    }

    /** The finest step of a unit. */
    static String finest(Unit unit) {
        return switch (unit) {
            case NUMBER, PERCENT -> "6 fraction digits";
            case TOKENS -> "one token";
            case MONEY -> "a nano-dollar (9 fraction digits)";
            case DURATION -> "a millisecond";
        };
    }

    /** A number in plain digits where they are few; {@code 1e999999999} is a short text and a huge number. */
    static String number(BigDecimal value) {
        return shortened(Math.abs((long) value.scale()) <= LONGEST_QUOTE ? value.toPlainString() : value.toString());
    }

    /** A text in double quotes. */
    static String quoted(String text) {
        return "\"" + shortened(text) + "\"";
    }

    /** A name or text as a message shows it. */
    static String shortened(String text) {
        if (text.length() <= LONGEST_QUOTE) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST_QUOTE - 1));
        return text.substring(0, splitsPair ? LONGEST_QUOTE - 1 : LONGEST_QUOTE) + "…";
    }

    private static long example(Unit unit) {
        return switch (unit) {
            case NUMBER, TOKENS -> EXAMPLE_TOKENS;
            case MONEY -> EXAMPLE_DOLLARS;
            case DURATION -> EXAMPLE_MILLIS;
            case PERCENT -> EXAMPLE_PERCENT;
        };
    }
}
