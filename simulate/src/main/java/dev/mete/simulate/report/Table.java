package dev.mete.simulate.report;

import dev.mete.engine.diagnostic.DisplayText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lines of cells under a head: the first column to the left, all others to the right. Columns without any cell are left out. Not thread-safe. */
final class Table {
    private final List<String> head;
    private final List<List<String>> lines = new ArrayList<>();

    Table(String... head) {
        this.head = List.of(head);
    }

    void line(List<String> cells) {
        lines.add(List.copyOf(cells));
    }

    String text(String indent) {
        int[] shown = IntStream.range(0, head.size())
                .filter(column ->
                        lines.stream().anyMatch(line -> !line.get(column).isEmpty()))
                .toArray();
        var text = new StringBuilder();
        append(text, indent, head, shown);
        lines.forEach(line -> append(text, indent, line, shown));
        return text.toString();
    }

    private void append(StringBuilder text, String indent, List<String> line, int[] shown) {
        var cells = new StringBuilder(indent);
        for (int column : shown) {
            String gap = " ".repeat(width(column) - DisplayText.width(line.get(column)));
            cells.append(column == 0 ? line.get(0) + gap : "  " + gap + line.get(column));
        }
        text.append(cells.toString().stripTrailing()).append('\n');
    }

    private int width(int column) {
        int widest = DisplayText.width(head.get(column));
        for (List<String> line : lines) {
            widest = Math.max(widest, DisplayText.width(line.get(column)));
        }
        return widest;
    }
}
