package dev.mete.bench.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each engine as a multiple of hand-written Java, with nanoseconds and bytes beside. */
final class DecideTable {
    private static final String BASE = "DecideBenchmark.handWritten";
    private static final List<String> ENGINES =
            List.of("DecideBenchmark.index", "DecideBenchmark.evaluator", "DecideBenchmark.drools");

    private DecideTable() {}

    static String of(Results results) {
        var table = new StringBuilder("""
                | workload | rules | hand-written Java | index | evaluator | Drools |
                |---|---:|---:|---:|---:|---:|
                """);
        for (Figure base : results.of(BASE)) {
            table.append("| ")
                    .append(base.parameters().getOrDefault("workload", ""))
                    .append(" | ")
                    .append(base.parameters().getOrDefault("rules", ""))
                    .append(" | ")
                    .append(absolute(base));
            for (String engine : ENGINES) {
                table.append(" | ").append(relative(base, measured(results, engine, base.parameters())));
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
