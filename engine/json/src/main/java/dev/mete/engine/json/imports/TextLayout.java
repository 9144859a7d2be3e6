package dev.mete.engine.json.imports;

import dev.mete.engine.diagnostic.Span;

/** How a text is laid out around some words of it. */
final class TextLayout {
    private TextLayout() {}

    /** What stands between the words and those before them: a line break with the indentation where they start a line, else a blank. */
    static String before(Span words) {
        String text = words.source().text();
        int lineStart = words.source().lineStart(words.position().line());
        String indent = text.substring(lineStart, words.start());
        return indent.isBlank() && lineStart > 0 ? "\n" + indent : " ";
    }
}
