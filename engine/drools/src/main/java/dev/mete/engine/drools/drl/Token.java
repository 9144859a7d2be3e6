package dev.mete.engine.drools.drl;

/** A word or sign of a rule file, by character offsets, end exclusive. Immutable. */
record Token(Kind kind, String text, int start, int end) {
    /** What a token is. */
    enum Kind {
        NAME,
        NUMBER,
        /** With its quotes. */
        STRING,
        SIGN,
        /** What no language has: a string that does not end on its line, a comment that does not end. */
        BROKEN,
        /** After the last one. */
        END
    }

    boolean is(String text) {
        return kind != Kind.STRING && this.text.equals(text);
    }
}
