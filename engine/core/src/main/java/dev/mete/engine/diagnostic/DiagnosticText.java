package dev.mete.engine.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** Diagnostics as people read them: the message, the place, the source line with the exact words underlined, the help. */
public final class DiagnosticText {
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
                .append(diagnostic.message())
                .append('\n');
        if (!span.equals(Span.NONE)) {
            text.append(" --> ").append(span).append('\n');
            quote(text, span);
        }
        if (diagnostic.help() != null) {
            text.append("  = help: ").append(diagnostic.help()).append('\n');
        }
        return text.toString();
    }

    private static void quote(StringBuilder text, Span span) {
        if (span.source().text().isEmpty()) {
            return;
        }
        var position = span.position();
        String line = span.source().line(position.line());
        String number = Integer.toString(position.line());
        String margin = " ".repeat(number.length());
        int column = position.column() - 1;
        int from = Math.max(0, column - WIDEST_LINE / 2);
        String shown = printable(line, from);
        text.append(margin).append(" |\n");
        text.append(number).append(" | ").append(shown).append('\n');
        text.append(margin)
                .append(" | ")
                .append(" ".repeat(column - from))
                .append("^".repeat(width(span, column, line)));
        text.append('\n');
    }

    /** The part of a line from a column on, control characters replaced so that the underline stays below its words. */
    private static String printable(String line, int from) {
        return line.codePoints()
                .skip(from)
                .limit(WIDEST_LINE)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int width(Span span, int column, String line) {
        String words = span.text();
        int lineBreak = words.indexOf('\n');
        String first = lineBreak >= 0 ? words.substring(0, lineBreak).stripTrailing() : words;
        int onLine = line.codePointCount(0, line.length()) - column;
        return Math.max(1, Math.min(first.codePointCount(0, first.length()), Math.max(onLine, 1)));
    }
}
