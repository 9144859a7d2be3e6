package dev.mete.engine.diagnostic;

/** A stretch of a source, by character offsets, end exclusive. */
public record Span(Source source, int start, int end) {
    /** The span of what no author wrote, such as a generated policy. */
    public static final Span NONE = new Span(Source.of("", ""), 0, 0);

    public Span {
        if (start < 0 || end < start || end > source.text().length()) {
            throw new IllegalArgumentException("span " + start + ".." + end + " is outside of " + source);
        }
    }

    /** The words that the span covers. */
    public String text() {
        return source.text().substring(start, end);
    }

    /** Where the span starts. */
    public Position position() {
        return source.position(start);
    }

    /** The smallest span that covers this one and another of the same source. */
    public Span to(Span other) {
        return new Span(source, Math.min(start, other.start), Math.max(end, other.end));
    }

    @Override
    public String toString() {
        var position = position();
        return source.name() + ":" + position.line() + ":" + position.column();
    }
}
