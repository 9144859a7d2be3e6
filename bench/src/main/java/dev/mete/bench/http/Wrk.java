package dev.mete.bench.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The load generator wrk.
 *
 * @param folder for its script and the bodies that it posts
 */
record Wrk(Path folder) implements Generator {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "wrk";
    private static final String SCRIPT = "post.lua";
    private static final int THREADS = 2;
    private static final double MILLI = 1e3;
    private static final double MICRO = 1e6;

    static boolean isInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, NAME)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Loaded load(Posts posts, int connections, Duration time) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (var in = Objects.requireNonNull(Wrk.class.getResourceAsStream(SCRIPT))) {
            Files.copy(in, folder.resolve(SCRIPT), StandardCopyOption.REPLACE_EXISTING);
        }
        var command = new ArrayList<>(List.of(
                NAME,
                "-t" + Math.min(THREADS, connections),
                "-c" + connections,
                "-d" + time.toSeconds() + "s",
                "-s" + folder.resolve(SCRIPT),
                posts.address().toString(),
                "--",
                posts.type()));
        for (byte[] body : posts.bodies()) {
            Path file = folder.resolve("body-" + command.size());
            command.add(Files.write(file, body).toString());
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("wrk failed:\n" + said);
        }
        return loaded(said);
    }

    private static Loaded loaded(String said) throws IOException {
        String last = said.lines()
                .filter(line -> line.startsWith("{\"requests\""))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk said:\n" + said));
        JsonNode figures = JSON.readTree(last);
        return new Loaded(
                figures.get("requests").asLong(),
                figures.get("micros").asLong() / MICRO,
                figures.get("p50").asLong() / MILLI,
                figures.get("p99").asLong() / MILLI,
                figures.get("failed").asLong());
    }
}
