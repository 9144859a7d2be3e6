package dev.mete.bench.simulate;

import dev.mete.bench.report.Environment;
import dev.mete.bench.report.Figure;
import dev.mete.bench.report.Results;
import dev.mete.bench.simulate.SimulateProcess.Run;
import dev.mete.simulate.traffic.Mix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Simulates many tasks through shipped policies and writes what it took: {@code RunSimulations ROOT FOLDER quick|full}.
 *
 * <p>With the property {@code tasks}, only so many made-up tasks go through one policy, and the figures go into a file of their own.
 */
public final class RunSimulations {
    private static final String NATIVE = "rules/coding-assistant";
    private static final String DROOLS = "rules/support-desk";
    private static final long QUICK = 200_000;
    private static final long FULL = 2_000_000;

    /** So many times the tasks where starting Java would make up half of the time. */
    private static final long LONGER = 4;

    /** What a new version of a policy has instead of what the old one has. */
    private static final String BEFORE = "thinking 6_000, cap 10_000";

    private static final String AFTER = "thinking 4_000, cap 9_000";

    private final SimulateProcess simulate;
    private final Path folder;
    private final Path mix;
    private final List<Figure> figures = new ArrayList<>();

    private RunSimulations(Path root, Path folder) throws IOException {
        this.simulate = new SimulateProcess(root, folder);
        this.folder = folder;
        this.mix = folder.resolve("mix.json");
        try (var in = Objects.requireNonNull(RunSimulations.class.getResourceAsStream("mix.json"))) {
            Files.copy(in, mix, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Takes the figures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        Path results = Path.of(arguments[1]);
        var environment = Environment.now();
        var runs = new RunSimulations(root, Files.createDirectories(root.resolve("bench/target/simulate")));
        runs.simulate.prepare();
        Long asked = Long.getLong("tasks");
        if (asked != null) {
            runs.generated(NATIVE, asked);
        } else {
            long tasks = arguments[2].equals("quick") ? QUICK : FULL;
            runs.generated(NATIVE, tasks);
            runs.generated(DROOLS, tasks);
            runs.read(tasks, NATIVE, DROOLS);
            runs.read(LONGER * tasks, NATIVE, runs.newVersion(root));
        }
        String file = asked == null ? "simulate.json" : "simulate-many.json";
        new Results(environment, runs.figures).write(results.resolve(file));
    }

    private void generated(String policy, long tasks) throws IOException, InterruptedException {
        var arguments = List.of(
                "--policy", policy, "--generate", Long.toString(tasks), "--mix", mix.toString(), "--seeds", "1");
        add(Map.of("tasks", count(tasks) + " generated", "policies", policy), tasks, simulate.run(arguments, tasks));
    }

    /** A new version of the policy, beside a copy of what it includes; its folder. */
    private String newVersion(Path root) throws IOException {
        Path rules = folder.resolve("rules");
        Path version = Files.createDirectories(rules.resolve("coding-assistant"));
        for (String shared : List.of("guardrails.mete", "catalog.json")) {
            Files.copy(
                    root.resolve("rules").resolve(shared), rules.resolve(shared), StandardCopyOption.REPLACE_EXISTING);
        }
        String text = Files.readString(root.resolve(NATIVE).resolve("policy.mete"));
        if (!text.contains(BEFORE)) {
            throw new IllegalStateException("the policy has nothing to change: " + BEFORE);
        }
        Files.writeString(version.resolve("policy.mete"), text.replace(BEFORE, AFTER));
        return version.toString();
    }

    /** Compares two policies over lines of JSON. */
    private void read(long tasks, String before, String after) throws IOException, InterruptedException {
        Path traffic = folder.resolve("traffic.ndjson");
        WriteTraffic.into(traffic, Mix.read(Files.readAllBytes(mix)), tasks);
        String size = count(Files.size(traffic) >> 20) + " MiB of JSON lines";
        var arguments = List.of(
                "--policy", before, "--policy", after, "--compare", "--traffic", traffic.toString(), "--seeds", "1");
        String with = after.equals(DROOLS) ? after : "a new version of it";
        add(
                Map.of("tasks", count(tasks) + " in " + size, "policies", before + " compared with " + with),
                tasks,
                simulate.run(arguments, tasks));
        Files.delete(traffic);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void add(Map<String, String> parameters, long tasks, Run run) {
        figures.addAll(List.of(
                Figure.of("from start to end", parameters, run.seconds(), "s"),
                Figure.of("tasks a second", parameters, tasks / run.seconds(), "/s"),
                Figure.of("tasks a processor second", parameters, tasks / run.processorSeconds(), "/s"),
                Figure.of("heap, most in use", parameters, run.heap().peak(), "MiB"),
                Figure.of(
                        "heap after a collection, second tenth",
                        parameters,
                        run.heap().leftEarly(),
                        "MiB"),
                Figure.of(
                        "heap after a collection, last tenth",
                        parameters,
                        run.heap().leftLate(),
                        "MiB"),
                Figure.of("process in memory, most", parameters, run.resident(), "MiB")));
    }
}
