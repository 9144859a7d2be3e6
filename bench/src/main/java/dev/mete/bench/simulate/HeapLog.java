package dev.mete.bench.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a JVM logged of its collections. Immutable.
 *
 * @param pauses in order
 */
record HeapLog(List<Pause> pauses) {
    private static final Pattern USED = Pattern.compile("(?<before>\\d+)M->(?<after>\\d+)M\\(\\d+M\\)");
    private static final int PARTS = 10;

    HeapLog {
        pauses = List.copyOf(pauses);
        if (pauses.size() < PARTS) {
            throw new IllegalStateException("only " + pauses.size() + " collections: simulate more tasks");
        }
    }

    /** The heap in use before and after a collection, in MiB. */
    record Pause(double before, double after) {}

    /** The log of a run with {@code -Xlog:gc}. */
    static HeapLog read(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return new HeapLog(lines.flatMap(line -> USED.matcher(line).results())
                    .map(HeapLog::pause)
                    .toList());
        }
    }

    private static Pause pause(MatchResult found) {
        return new Pause(Double.parseDouble(found.group("before")), Double.parseDouble(found.group("after")));
    }

    /** The most that was ever in use. */
    double peak() {
        return pauses.stream().mapToDouble(Pause::before).max().orElseThrow();
    }

    /** The most that a collection left in the second tenth of the run, when it has settled. */
    double leftEarly() {
        return left(1);
    }

    /** The most that a collection left in the last tenth of the run. */
    double leftLate() {
        return left(PARTS - 1);
    }

    private double left(int part) {
        int size = pauses.size();
        return pauses.subList(size * part / PARTS, size * (part + 1) / PARTS).stream()
                .mapToDouble(Pause::after)
                .max()
                .orElseThrow();
    }
}
