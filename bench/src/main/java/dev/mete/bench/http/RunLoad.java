package dev.mete.bench.http;

import dev.mete.bench.report.Environment;
import dev.mete.bench.report.Figure;
import dev.mete.bench.report.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Measures the running service and writes what it found: {@code RunLoad ROOT FOLDER quick|full [single|many|reloads|starts|memory]…}. */
public final class RunLoad {
    private record Part(String word, String file, Measurement measurement) {}

    private static final List<Part> PARTS = List.of(
            new Part("single", "http.json", RunLoad::single),
            new Part("many", "http-many.json", RunLoad::many),
            new Part("reloads", "http-reloads.json", RunLoad::reloads),
            new Part("starts", "start.json", RunLoad::starts),
            new Part("memory", "memory.json", RunLoad::memory));

    @FunctionalInterface
    private interface Measurement {
        List<Figure> figures(RunLoad run) throws IOException, InterruptedException;
    }

    private final Path root;
    private final Path results;
    private final Path folder;
    private final boolean isQuick;

    private RunLoad(Path root, Path results, Path folder, boolean isQuick) {
        this.root = root;
        this.results = results;
        this.folder = folder;
        this.isQuick = isQuick;
    }

    /** Takes the figures, or those of the parts that are named. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        Path folder = Files.createTempDirectory(Files.createDirectories(root.resolve("bench/target/http")), "run-");
        MeteService.prepare(root);
        var run = new RunLoad(root, Path.of(arguments[1]), folder, arguments[2].equals("quick"));
        var asked = List.of(arguments).subList(3, arguments.length);
        for (Part part : PARTS) {
            if (asked.isEmpty() || asked.contains(part.word())) {
                var environment = Environment.now();
                new Results(environment, part.measurement().figures(run)).write(run.results.resolve(part.file()));
            }
        }
    }

    private List<Figure> single() throws IOException, InterruptedException {
        try (var servers = CompareServers.withAll(root, folder)) {
            servers.measure(isQuick ? rounds(3, 3, 2) : rounds(12, 7, 5));
            return servers.figures();
        }
    }

    private List<Figure> many() throws IOException, InterruptedException {
        try (var many = new ManyDecisions(root, folder)) {
            return many.measure(isQuick ? rounds(2, 3, 2) : rounds(10, 5, 5));
        }
    }

    private List<Figure> reloads() throws IOException, InterruptedException {
        var reloads = new ReloadsUnderLoad(root, folder);
        reloads.measure(isQuick ? 4 : 12);
        return reloads.figures();
    }

    private List<Figure> starts() throws IOException, InterruptedException {
        var starts = new Starts(root, folder, ShippedRules.of(root, folder.resolve("starts")));
        starts.measure(isQuick ? 2 : 7);
        return starts.figures();
    }

    private List<Figure> memory() throws IOException, InterruptedException {
        var rules = ShippedRules.of(root, folder.resolve("memory"));
        var load = Duration.ofSeconds(isQuick ? 2 : 8);
        var idle = Duration.ofSeconds(45);
        var memory = new IdleMemory(root, folder);
        memory.measure(rules, load, idle);
        return memory.figures();
    }

    private static Rounds rounds(int warm, int count, int time) {
        return new Rounds(Duration.ofSeconds(warm), count, Duration.ofSeconds(time));
    }
}
