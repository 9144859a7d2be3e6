package dev.mete.engine.diagnostic;

import java.util.Arrays;

/** A named text that a policy, a fixture or a catalog is read from. Lines and columns count from 1, columns in code points. Immutable. */
public final class Source {
    private final String name;
    private final String text;
    private final int[] lineStarts;

    private Source(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    /** A source with the given display name, as a rule its path. */
    public static Source of(String name, String text) {
        return new Source(name, text);
    }

    /** The name that messages show, as a rule a path. */
    public String name() {
        return name;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** How many lines the text has; an empty text has one. */
    public int lines() {
        return lineStarts.length;
    }

    /** The place of a character offset; offsets outside of the text are moved to its nearest end. */
    public Position position(int offset) {
        int clamped = Math.clamp(offset, 0, text.length());
        int found = Arrays.binarySearch(lineStarts, clamped);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, text.codePointCount(lineStarts[line], clamped) + 1);
    }

    /** The character offset at which a line (from 1) starts. */
    public int lineStart(int line) {
        return lineStarts[Math.clamp(line, 1, lineStarts.length) - 1];
    }

    /** The text of a line (from 1) without its line break. */
    public String line(int line) {
        int index = Math.clamp(line, 1, lineStarts.length) - 1;
        int start = lineStarts[index];
        int end = index + 1 < lineStarts.length ? lineStarts[index + 1] - 1 : text.length();
        return text.substring(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end);
    }

    /** The span from one character offset to another, end exclusive. */
    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    /** The empty span at the very start, for what is wrong with a text as a whole. */
    public Span start() {
        return new Span(this, 0, 0);
    }

    @Override
    public String toString() {
        return name;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (lines == starts.length) {
                starts = Arrays.copyOf(starts, 2 * lines);
            }
            starts[lines++] = at + 1;
        }
        return Arrays.copyOf(starts, lines);
    }
}
