package dev.mete.engine.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A moment as people write it: a day, {@code 2027-01-01}, which is its first moment in UTC, or a time, {@code 2027-01-01T12:00:00Z}. */
public final class MomentText {
    /** How to write a moment. */
    public static final String FORM = "a day as 2027-01-01, or a moment as 2027-01-01T02:00:00Z";

    private MomentText() {}

    /** The moment; nothing where the text is none. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
