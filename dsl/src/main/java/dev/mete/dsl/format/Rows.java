package dev.mete.dsl.format;

import dev.mete.dsl.format.Fill.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lines below each other, with their columns aligned as far as each that fits alone fits aligned: as many columns as can be, from the first on. Used
 * for one group of lines after the other.
 */
final class Rows {
    private final Script script;
    private final Measures measures;
    private final Page page;
    private final Fill fill;
    private final List<Led> rows = new ArrayList<>();

    Rows(Script script, Measures measures, Page page) {
        this.script = script;
        this.measures = measures;
        this.page = page;
        this.fill = new Fill(script, measures, page);
    }

    /** A row and what writes the comments and blank lines before it. */
    private record Led(Row row, Runnable lead) {}

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void add(Row row, Runnable lead) {
        rows.add(new Led(row, lead));
    }

    /** Writes the lines of the group. */
    void write(int indent) {
        align(indent);
        for (Led led : rows) {
            led.lead().run();
            write(led.row(), indent);
        }
        rows.clear();
    }

    private void write(Row row, int indent) {
        boolean splits = row.reason() != Row.NONE && !fits(row, indent);
        int end = splits ? row.reason() : row.to();
        fill.write(Stretch.of(row.from(), end, indent).below(row.below()));
        if (splits) {
            script.before(end).forEach(comment -> page.comment(indent + 2, comment));
            fill.write(Stretch.of(end, row.to(), indent + 2));
        }
    }

    private void align(int indent) {
        List<Row> plain = rows.stream().map(Led::row).filter(this::isPlain).toList();
        if (plain.size() < 2) {
            return;
        }
        int lead = plain.getFirst().hasLead() ? 1 : 0;
        if (lead > 0) {
            alignColumn(plain, 0);
        }
        List<Row> fitting = plain.stream().filter(row -> fits(row, indent)).toList();
        int columns =
                fitting.stream().mapToInt(row -> row.columns().size()).max().orElse(0);
        boolean fit = false;
        for (int count = columns; count > lead && !fit; count--) {
            fit = alignColumns(fitting, lead, count, indent);
        }
    }

    /** Aligns some columns; takes it back and returns false where a line then would not fit. */
    private boolean alignColumns(List<Row> fitting, int from, int to, int indent) {
        var widened = IntStream.range(from, to)
                .mapToObj(column -> alignColumn(fitting, column))
                .flatMap(List::stream)
                .toList();
        if (fitting.stream().allMatch(row -> fits(row, indent))) {
            return true;
        }
        widened.forEach(blanks -> measures.widen(blanks.word(), -blanks.count()));
        return false;
    }

    /** Blanks that were added before a word. */
    private record Blanks(int word, int count) {}

    private List<Blanks> alignColumn(List<Row> aligned, int column) {
        int place = aligned.stream()
                .filter(row -> has(row, column))
                .mapToInt(row -> place(row, column))
                .max()
                .orElse(0);
        var widened = new ArrayList<Blanks>();
        for (Row row : aligned) {
            if (has(row, column)) {
                var blanks = new Blanks(row.columns().get(column), place - place(row, column));
                measures.widen(blanks.word(), blanks.count());
                widened.add(blanks);
            }
        }
        return widened;
    }

    private int place(Row row, int column) {
        int word = row.columns().get(column);
        return measures.width(row.from(), word) + measures.blanks(word);
    }

    private static boolean has(Row row, int column) {
        return column < row.columns().size() && row.columns().get(column) != Row.NONE;
    }

    private boolean fits(Row row, int indent) {
        return isPlain(row) && indent + measures.width(row.from(), row.to()) <= Measures.WIDTH;
    }

    private boolean isPlain(Row row) {
        return !script.isCommentedWithin(row.from(), row.to());
    }
}
