package dev.mete.dsl.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines that are laid out so far. Comments that go on after lines are aligned when the page is read. */
final class Page {
    /** Between a line and the comment that goes on after it. */
    private static final int BEFORE_COMMENT = 2;

    private final List<Line> lines = new ArrayList<>();
    private boolean isBlankDue;

    private record Line(int indent, String text, @Nullable String comment, boolean isAfterBlank) {
        int width() {
            return indent + Measures.width(text);
        }

        boolean goesOnFrom(Line last) {
            return comment != null && !isAfterBlank && indent == last.indent;
        }
    }

    /** Leaves a line blank before the next one, once, and never at the top. */
    void blank() {
        isBlankDue = !lines.isEmpty();
    }

    void line(int indent, String text, @Nullable String comment) {
        lines.add(new Line(indent, text, comment, isBlankDue));
        isBlankDue = false;
    }

    void comment(int indent, Comment comment) {
        line(indent, comment.text(), null);
    }

    /** The whole text. */
    String text() {
        var text = new StringBuilder();
        for (int at = 0; at < lines.size(); ) {
            int end = runEnd(at);
            int column = column(lines.subList(at, end));
            for (Line line : lines.subList(at, end)) {
                write(line, column, text);
            }
            at = end;
        }
        return text.toString();
    }

    /** Where the lines end that have their comments below each other. */
    private int runEnd(int start) {
        int end = start + 1;
        if (lines.get(start).comment() != null) {
            while (end < lines.size() && lines.get(end).goesOnFrom(lines.get(end - 1))) {
                end++;
            }
        }
        return end;
    }

    /** The column of the comments; 0 where each stands right after its line, since one would not fit below the others. */
    private static int column(List<Line> run) {
        int column = run.stream().mapToInt(Line::width).max().orElse(0) + BEFORE_COMMENT;
        boolean fits = run.stream()
                .allMatch(line -> line.comment() == null || column + Measures.width(line.comment()) <= Measures.WIDTH);
        return fits ? column : 0;
    }

    private static void write(Line line, int column, StringBuilder text) {
        if (line.isAfterBlank()) {
            text.append('\n');
        }
        text.repeat(' ', line.indent()).append(line.text());
        if (line.comment() != null) {
            text.repeat(' ', Math.max(BEFORE_COMMENT, column - line.width())).append(line.comment());
        }
        text.append('\n');
    }
}
