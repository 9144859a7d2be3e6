package dev.mete.dsl.parse;

/** Says that a text is left to the grammar, which knows how to report what is wrong with it. Without a stack trace, since it is no fault. */
final class NotPlain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPlain() {
        super("left to the grammar", null, false, false);
    }
}
