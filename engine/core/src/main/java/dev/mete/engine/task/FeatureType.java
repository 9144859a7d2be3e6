package dev.mete.engine.task;

import java.util.List;

/** The type of a feature with its bounds. Immutable. */
public sealed interface FeatureType {
    /** The longest text, in characters (Unicode code points). */
    int LONGEST_TEXT = 1_024;

    /** The most members of a set. */
    int LARGEST_SET = 64;

    /** How many values of a closed type a message names. */
    int MOST_NAMED = 30;

    /** Yes or no. */
    record Flag() implements FeatureType {}

    /** An exact quantity between two bounds, both inclusive, in the unit's smallest parts. */
    record Quantity(Unit unit, long least, long most) implements FeatureType {
        public Quantity {
            if (least > most || least < unit.least() || most > unit.most()) {
                throw new IllegalArgumentException("bounds of " + unit + " are off: " + least + " to " + most);
            }
        }

        /** A quantity with all that its unit allows. */
        public static Quantity of(Unit unit) {
            return new Quantity(unit, unit.least(), unit.most());
        }
    }

    /** One of the named values; where ordered, from the least to the greatest. */
    record OneOf(List<String> values, boolean ordered) implements FeatureType {
        public OneOf {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a closed type without values");
            }
        }
    }

    /** Any text up to {@link #LONGEST_TEXT} characters. */
    record Text() implements FeatureType {}

    /** A set of up to {@link #LARGEST_SET} texts. */
    record TextSet() implements FeatureType {}

    /** Whether a value is of this type and within its bounds. */
    default boolean takes(Value value) {
        return switch (this) {
            case Flag() -> isBetween(0, value, 1);
            case Quantity(var _, long least, long most) -> isBetween(least, value, most);
            case OneOf(List<String> values, var _) -> isBetween(0, value, values.size() - 1L);
            case Text() -> value instanceof Value.Words(String text) && isShortEnough(text);
            case TextSet() ->
                value instanceof Value.Members(var members)
                        && members.size() <= LARGEST_SET
                        && members.stream().allMatch(FeatureType::isShortEnough);
        };
    }

    /** Whether a text is at most {@link #LONGEST_TEXT} characters long. */
    static boolean isShortEnough(String text) {
        return text.length() <= LONGEST_TEXT || text.codePointCount(0, text.length()) <= LONGEST_TEXT;
    }

    private static boolean isBetween(long least, Value value, long most) {
        return value instanceof Value.Scalar(long number) && least <= number && number <= most;
    }

    /** The type as messages name it, with its article. */
    default String description() {
        return switch (this) {
            case Flag() -> "true or false";
            case Quantity(Unit unit, var _, var _) -> unit.description();
            case OneOf(List<String> values, boolean ordered)
            when values.size() <= MOST_NAMED -> "one of " + String.join(ordered ? " < " : ", ", values);
            case OneOf(List<String> values, boolean ordered) ->
                "one of " + String.join(ordered ? " < " : ", ", values.subList(0, MOST_NAMED)) + " and "
                        + (values.size() - MOST_NAMED) + " more";
            case Text() -> "a text";
            case TextSet() -> "a set of texts";
        };
    }

    /** Writes a value of this type as an author would. */
    default String format(Value value) {
        return switch (value) {
            case Value.Scalar(long number) ->
                switch (this) {
                    case Flag() -> number != 0 ? "true" : "false";
                    case Quantity(Unit unit, var _, var _) -> unit.format(number);
                    case OneOf(List<String> values, var _) -> values.get((int) number);
                    case Text(), TextSet() -> throw new IllegalArgumentException("not " + description());
                };
            case Value.Words(String text) -> "\"" + text + "\"";
            case Value.Members(var members) ->
                members.stream().sorted().map(m -> "\"" + m + "\"").toList().toString();
        };
    }
}
