package dev.mete.simulate.traffic;

import java.io.IOException;

/** A line that is no traffic; the message is the reason. */
final class BrokenLine extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenLine(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
