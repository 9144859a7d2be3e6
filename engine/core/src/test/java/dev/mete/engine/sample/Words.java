package dev.mete.engine.sample;

import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;

/** Spans of words that stand alone. */
public final class Words {
    private Words() {}

    /** The span of words that are a source of their own. */
    public static Span span(String words) {
        return Source.of("policy.test", words).span(0, words.length());
    }
}
