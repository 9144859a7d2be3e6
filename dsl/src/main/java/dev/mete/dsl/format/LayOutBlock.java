package dev.mete.dsl.format;

import dev.mete.dsl.format.Fill.Stretch;
import dev.mete.dsl.parse.Lexeme.Kind;
import dev.mete.engine.diagnostic.Span;
import java.util.stream.Stream;

/** Lays out {@code models { … }} and {@code features { … }}: a line for each entry. */
final class LayOutBlock {
    private static final int INDENT = 2;

    private final Script script;
    private final Page page;
    private final Fill fill;
    private final Rows rows;

    LayOutBlock(Script script, Page page, Fill fill, Rows rows) {
        this.script = script;
        this.page = page;
        this.fill = fill;
        this.rows = rows;
    }

    void write(int from, int to, Stream<Span> entries) {
        int close = to - 1;
        int[] starts = entries.mapToInt(span -> script.at(span.start())).toArray();
        int first = starts.length == 0 ? close : starts[0];
        boolean isEmpty = first == close && script.before(close).isEmpty() && script.after(close - 1) == null;
        fill.write(Stretch.of(from, isEmpty ? to : first, 0));
        if (isEmpty) {
            return;
        }
        for (int number = 0; number < starts.length; number++) {
            int start = starts[number];
            if (number > 0 && isAfterBlank(start)) {
                rows.write(INDENT);
            }
            boolean isFirst = number == 0;
            int end = number + 1 < starts.length ? starts[number + 1] : close;
            rows.add(row(start, end), () -> before(start, isFirst));
        }
        rows.write(INDENT);
        comments(close, starts.length == 0);
        fill.write(Stretch.of(close, to, 0));
    }

    private void before(int at, boolean isFirst) {
        comments(at, isFirst);
        if (script.isAfterBlank(at) && !(isFirst && script.before(at).isEmpty())) {
            page.blank();
        }
    }

    private void comments(int at, boolean isFirst) {
        boolean isAtTop = isFirst;
        for (Comment comment : script.before(at)) {
            if (comment.isAfterBlank() && !isAtTop) {
                page.blank();
            }
            page.comment(INDENT, comment);
            isAtTop = false;
        }
    }

    private boolean isAfterBlank(int at) {
        return script.isAfterBlank(at) || script.before(at).stream().anyMatch(Comment::isAfterBlank);
    }

    /** A list of values goes on below its first value, any other type below itself. */
    private Row row(int from, int to) {
        boolean isOneOf = from + 4 < to
                && script.word(from + 2).equals("one")
                && script.word(from + 3).equals("of");
        return Row.of(from, to, from + 1, isOneOf && script.kind(from + 4) == Kind.NAME ? from + 4 : from + 2);
    }
}
