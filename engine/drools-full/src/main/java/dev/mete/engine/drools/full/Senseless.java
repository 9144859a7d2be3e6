package dev.mete.engine.drools.full;

/** What a rule asked for makes no sense. */
final class Senseless extends RuntimeException {
    private static final long serialVersionUID = 1;

    Senseless(String message) {
        super(message);
    }
}
