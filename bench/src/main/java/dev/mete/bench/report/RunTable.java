package dev.mete.bench.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One line for each run, with all that was measured of it. */
final class RunTable {
    private RunTable() {}

    static String of(Results results) {
        var measured = new LinkedHashSet<String>();
        Map<Map<String, String>, Map<String, Figure>> runs = new LinkedHashMap<>();
        for (Figure figure : results.figures()) {
            measured.add(figure.of());
            runs.computeIfAbsent(figure.parameters(), _ -> new LinkedHashMap<>())
                    .put(figure.of(), figure);
        }
        var table = new StringBuilder("| run |")
                .append(cells(List.copyOf(measured)))
                .append("\n|---|")
                .append("---:|".repeat(measured.size()))
                .append('\n');
        runs.forEach((parameters, figures) -> table.append("| ")
                .append(String.join("; ", new TreeMap<>(parameters).values()))
                .append(" |")
                .append(cells(measured.stream().map(what -> text(figures, what)).toList()))
                .append('\n'));
        return table.toString();
    }

    private static String text(Map<String, Figure> figures, String what) {
        Figure figure = figures.get(what);
        return figure == null ? "not measured" : Number.of(figure.value()) + ' ' + figure.unit();
    }

    private static String cells(List<String> texts) {
        return texts.stream().map(text -> " " + text + " |").collect(Collectors.joining());
    }
}
