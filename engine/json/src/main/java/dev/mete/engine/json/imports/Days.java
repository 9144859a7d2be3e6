package dev.mete.engine.json.imports;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Days of a price map, YYYY-MM-DD. */
final class Days {
    private Days() {}

    /** Whether a text is a day; it is noted where it is none. */
    static boolean check(String text, Notes notes) {
        try {
            int year = LocalDate.parse(text).getYear();
            if (year >= 2000 && year < 2100) {
                return true;
            }
        } catch (DateTimeParseException _) {
            // said below, for a day that is none as for one of another age
        }
        notes.add(Reason.BAD_DAY, text);
        return false;
    }
}
