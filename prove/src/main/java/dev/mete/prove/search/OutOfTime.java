package dev.mete.prove.search;

import java.io.Serial;

/** Ends a search that its budget does not suffice for. */
final class OutOfTime extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    OutOfTime() {
        super("the time is up", null, false, false);
    }
}
