package dev.mete.dsl.parse;

import java.util.Locale;
import java.util.Optional;

/** What people write for a unit in other places, and how the language writes the quantity. */
final class UnitWords {
    private UnitWords() {}

    /** The number with the unit that a word most likely means, such as {@code 20s} for 20 and {@code seconds}. */
    static Optional<String> quantity(String number, String word) {
        String unit = switch (word.toLowerCase(Locale.ROOT)) {
            case "ms", "msec", "millis", "milliseconds" -> "ms";
            case "s", "sec", "secs", "second", "seconds" -> "s";
            case "m", "min", "mins", "minute", "minutes" -> "m";
            case "h", "hr", "hrs", "hour", "hours" -> "h";
            case "d", "day", "days" -> "d";
            case "percent", "pct" -> "%";
            case "$", "usd", "dollar", "dollars" -> "$";
            default -> "";
        };
        return unit.isEmpty() ? Optional.empty() : Optional.of(unit.equals("$") ? "$" + number : number + unit);
    }
}
