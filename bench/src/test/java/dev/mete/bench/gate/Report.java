package dev.mete.bench.gate;

import dev.mete.bench.report.Environment;
import dev.mete.bench.report.Figure;
import dev.mete.bench.report.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The figures of one test class, on their way into a file. */
final class Report {
    private static final Path FOLDER = Path.of(System.getProperty("bench.results", "target/results"));

    private final String file;
    private final Environment environment = Environment.now();
    private final List<Figure> figures = new ArrayList<>();

    Report(String file) {
        this.file = file;
    }

    /** Adds figures and writes all so far, so that they are there even when a limit is not held. */
    void add(List<Figure> more) throws IOException {
        figures.addAll(more);
        new Results(environment, figures).write(FOLDER.resolve(file));
    }
}
