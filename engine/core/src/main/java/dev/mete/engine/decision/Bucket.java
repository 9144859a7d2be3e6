package dev.mete.engine.decision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether reasoning pays for a task. */
public enum Bucket {
    /** A wrong answer costs more than the wait and the tokens. */
    USE,
    /** It depends. */
    MAYBE,
    /** Thinking gains nothing. */
    AVOID;

    private static final List<String> WORDS =
            Stream.of(values()).map(Bucket::word).toList();

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The bucket in lower case. */
    public String word() {
        return word;
    }

    /** All words. */
    public static List<String> words() {
        return WORDS;
    }

    /** The bucket of a word. */
    public static Optional<Bucket> of(String word) {
        int position = WORDS.indexOf(word);
        return position < 0 ? Optional.empty() : Optional.of(values()[position]);
    }
}
