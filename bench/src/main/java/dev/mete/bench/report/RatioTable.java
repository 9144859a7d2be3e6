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
    /** What the lines of a table differ in, as far as its benchmark knows it. */
    private static final List<String> PARAMETERS = List.of("workload", "rules", "place");

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
        var bases = results.of(base.of());
        var parameters = PARAMETERS.stream()
                .filter(parameter -> bases.getFirst().parameters().containsKey(parameter))
                .toList();
        var table = new StringBuilder("| " + String.join(" | ", parameters) + " | " + base.title());
        others.forEach(other -> table.append(" | ").append(other.title()));
        table.append(" |\n")
                .append("|---".repeat(parameters.size()))
                .append("|---:".repeat(1 + others.size()))
                .append("|\n");
        for (Figure base : bases) {
            parameters.forEach(parameter ->
                    table.append("| ").append(base.parameters().get(parameter)).append(' '));
            table.append("| ").append(absolute(base));
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
