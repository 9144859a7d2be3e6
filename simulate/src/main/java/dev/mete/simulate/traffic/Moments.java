package dev.mete.simulate.traffic;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads when a request came. */
final class Moments {
    private Moments() {}

    static Instant read(String text) throws BrokenLine {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw new BrokenLine("`at` is no moment; write it as in \"2026-11-22T09:30:00Z\"");
        }
    }
}
