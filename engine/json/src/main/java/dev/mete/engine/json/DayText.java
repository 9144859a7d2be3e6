package dev.mete.engine.json;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day of this century as a catalog writes it. */
final class DayText {
    /** How to write a day. */
    static final String FORM = "a day as YYYY-MM-DD";

    private static final Pattern OF_THIS_CENTURY = Pattern.compile("20\\d{2}-\\d{2}-\\d{2}");

    private DayText() {}

    /** The day; nothing where the text is none. */
    static Optional<LocalDate> parse(String text) {
        if (!OF_THIS_CENTURY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
