package dev.mete.bench.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One line for each figure, as measured. */
final class ListTable {
    private ListTable() {}

    static String of(Results results) {
        var table = new StringBuilder("| measured | with | figure | error | bytes |\n|---|---|---:|---:|---:|\n");
        for (Figure figure : results.figures()) {
            table.append("| ")
                    .append(figure.of().substring(figure.of().indexOf('.') + 1))
                    .append(" | ")
                    .append(words(figure.parameters()))
                    .append(" | ")
                    .append(Number.of(figure.value()))
                    .append(' ')
                    .append(figure.unit())
                    .append(" | ")
                    .append(figure.error() == null ? "" : "± " + Number.of(figure.error()))
                    .append(" | ")
                    .append(figure.bytes() == null ? "" : Number.of(figure.bytes()))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String words(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
