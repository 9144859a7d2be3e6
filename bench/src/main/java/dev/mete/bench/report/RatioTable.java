package dev.mete.bench.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Others as multiples of one of them, with nanoseconds and bytes beside.
 *
 * @param base whose multiples they are
 */
record RatioTable(Column base, List<Column> others) implements Section.Table {
    /**
     * A column.
     *
     * @param of what is measured
     */
    record Column(String of, String title) {}

    static Column column(String of, String title) {
        return new Column(of, title);
    }

    RatioTable(Column base, Column... others) {
        this(base, List.of(others));
    }

    @Override
    public String of(Results results) {
        var table = new StringBuilder("| workload | rules | " + base.title());
        others.forEach(other -> table.append(" | ").append(other.title()));
        table.append(" |\n|---|---:|---:").append("|---:".repeat(others.size())).append("|\n");
        for (Figure base : results.of(this.base.of())) {
            table.append("| ")
                    .append(base.parameters().getOrDefault("workload", ""))
                    .append(" | ")
                    .append(base.parameters().getOrDefault("rules", ""))
                    .append(" | ")
                    .append(absolute(base));
            for (Column other : others) {
                table.append(" | ").append(relative(base, measured(results, other.of(), base.parameters())));
            }
            table.append(" |\n");
        }
        return table.toString();
    }

    private static Optional<Figure> measured(Results results, String engine, Map<String, String> parameters) {
        return results.of(engine).stream()
                .filter(figure -> figure.parameters().equals(parameters))
                .findFirst();
    }

    private static String relative(Figure base, Optional<Figure> figure) {
        return figure.map(found -> "**" + Number.of(found.value() / base.value()) + " ×** " + absolute(found))
                .orElse("not measured");
    }

    private static String absolute(Figure figure) {
        String bytes = figure.bytes() == null ? "" : ", " + Number.of(figure.bytes()) + " B";
        return "(" + Number.of(figure.value()) + " ns" + bytes + ")";
    }
}
