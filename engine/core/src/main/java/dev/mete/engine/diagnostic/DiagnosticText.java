package dev.mete.engine.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** Diagnostics as people read them: the message, the place, the source line with the exact words underlined, the help. */
public final class DiagnosticText {
    /** How many characters of a line are shown; of a longer one, those around the words. */
    private static final int WIDEST_LINE = 160;

    private DiagnosticText() {}

    /** Renders several diagnostics, a blank line between them. */
    public static String render(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(DiagnosticText::render).collect(Collectors.joining("\n"));
    }

    /** Renders one diagnostic, ending in a line break. */
    public static String render(Diagnostic diagnostic) {
        var span = diagnostic.span();
        var text = new StringBuilder();
        text.append(diagnostic.severity().word())
                .append('[')
                .append(diagnostic.code())
                .append("]: ")
                .append(DisplayText.of(diagnostic.message()))
                .append('\n');
        String margin = " ".repeat(digits(span));
        if (!span.equals(Span.NONE)) {
            text.append(margin)
                    .append("--> ")
                    .append(DisplayText.of(span.toString()))
                    .append('\n');
            quote(text, margin, span);
        }
        if (diagnostic.help() != null) {
            text.append(margin)
                    .append(" = help: ")
                    .append(DisplayText.of(diagnostic.help()))
                    .append('\n');
        }
        return text.toString();
    }

    private static int digits(Span span) {
        return span.equals(Span.NONE)
                ? 1
                : Integer.toString(span.position().line()).length();
    }

    private static void quote(StringBuilder text, String margin, Span span) {
        if (span.source().text().isEmpty()) {
            return;
        }
        int line = span.position().line();
        int lineStart = span.source().lineStart(line);
        String words = span.source().line(line);
        int start = Math.min(span.start() - lineStart, words.length());
        int end = Math.clamp(span.end() - lineStart, start, words.length());
        int from = window(words, start, -WIDEST_LINE / 2);
        int to = window(words, from, WIDEST_LINE);
        String before = (from > 0 ? "…" : "") + DisplayText.of(words.substring(from, start));
        String underlined = DisplayText.of(words.substring(start, Math.min(end, to)));
        String after = DisplayText.of(words.substring(Math.min(end, to), to)) + (to < words.length() ? "…" : "");
        text.append(margin).append(" |\n");
        text.append((line + " | " + before + underlined + after).stripTrailing())
                .append('\n');
        text.append(margin)
                .append(" | ")
                .append(" ".repeat(DisplayText.width(before)))
                .append("^".repeat(Math.max(1, DisplayText.width(underlined))))
                .append('\n');
    }

    /** The offset that lies a number of characters away, or the end of the line in that direction. */
    private static int window(String line, int offset, int characters) {
        int available = characters < 0 ? line.codePointCount(0, offset) : line.codePointCount(offset, line.length());
        return line.offsetByCodePoints(offset, Math.clamp(characters, -available, available));
    }
}
