package dev.mete.prove.space;

import dev.mete.engine.diagnostic.Span;

/** Conditions as their authors would write them. */
final class Words {
    private static final String NOT = "not (";

    private Words() {}

    /** The words of a span in one line. */
    static String of(Span span) {
        return span.text().strip().replaceAll("\\s+", " ");
    }

    /** The opposite of a condition. */
    static String not(String words) {
        if (words.isEmpty()) {
            return words;
        }
        return words.startsWith(NOT) && words.endsWith(")")
                ? words.substring(NOT.length(), words.length() - 1)
                : NOT + words + ")";
    }
}
