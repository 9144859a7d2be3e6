package dev.mete.simulate.traffic;

import java.io.IOException;

/** Traffic of which not even one line can be read; the message is one phrase, with what to write instead. */
public final class UnreadableTraffic extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableTraffic(String message) {
        super(message);
    }
}
