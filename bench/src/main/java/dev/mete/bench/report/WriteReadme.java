package dev.mete.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Replaces the tables in a README by those of the figures in a folder: {@code WriteReadme RESULTS README}. */
public final class WriteReadme {
    private static final String START = "<!-- figures: written by bench/run -->";
    private static final String END = "<!-- end of figures -->";

    private WriteReadme() {}

    /** Writes the tables between two marks; all else stays. */
    public static void main(String[] arguments) throws IOException {
        Path readme = Path.of(arguments[1]);
        String text = Files.readString(readme);
        int start = text.indexOf(START);
        int end = text.indexOf(END);
        if (start < 0 || end < start) {
            throw new IllegalStateException(readme + " has no `" + START + "` before `" + END + "`");
        }
        String tables = String.join("\n", sections(Path.of(arguments[0])));
        Files.writeString(readme, text.substring(0, start + START.length()) + "\n" + tables + text.substring(end));
    }

    private static List<String> sections(Path folder) throws IOException {
        var sections = new ArrayList<String>();
        for (Section section : Section.ALL) {
            Path file = folder.resolve(section.file());
            if (Files.exists(file)) {
                var results = Results.read(file);
                sections.add("\n### " + section.title() + "\n\n" + taken(results.environment()) + "\n"
                        + section.table().of(results) + "\n");
            }
        }
        return sections;
    }

    private static String taken(Environment environment) {
        return "%s; %s; %s; load average before: %s.\n"
                .formatted(environment.date(), environment.machine(), environment.jdk(), environment.loadAverage());
    }
}
