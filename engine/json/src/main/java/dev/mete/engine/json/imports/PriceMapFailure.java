package dev.mete.engine.json.imports;

/** A price map cannot be read at all. The message is one phrase, with line and column where there are any. */
public final class PriceMapFailure extends Exception {
    private static final long serialVersionUID = 1L;

    PriceMapFailure(String message) {
        super(message);
    }
}
