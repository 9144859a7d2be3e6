package dev.mete.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in columns as wide as their widest cell. Not thread-safe. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** A column; numbers stand at its right. */
    record Column(String name, boolean isNumber) {
        static Column text(String name) {
            return new Column(name, false);
        }

        static Column number(String name) {
            return new Column(name, true);
        }
    }

    TextTable(Column... columns) {
        this.columns = List.of(columns);
        rows.add(this.columns.stream().map(Column::name).toList());
    }

    void row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells in " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
    }

    /** The lines, that of the names first. */
    String text(Palette palette) {
        var text = new StringBuilder(palette.bold(line(rows.getFirst()))).append('\n');
        rows.stream().skip(1).forEach(row -> text.append(line(row)).append('\n'));
        return text.toString();
    }

    private String line(List<String> row) {
        return IntStream.range(0, columns.size())
                .mapToObj(column -> cell(row.get(column), column))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String cell(String cell, int column) {
        int width =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        String blanks = " ".repeat(width - cell.length());
        return columns.get(column).isNumber() ? blanks + cell : cell + blanks;
    }
}
