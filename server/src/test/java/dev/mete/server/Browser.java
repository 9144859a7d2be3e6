package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The Chromium of this machine. Tests that want one are skipped where there is none. */
public final class Browser {
    private static final long LONGEST_WAIT_S = 60;

    private final Path folder;
    private final Path chromium;

    /** A browser that keeps its files in a folder. */
    public Browser(Path folder) {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(place -> Stream.of("chromium", "chromium-browser").map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "there is no chromium on the PATH");
        this.folder = folder;
        this.chromium = found.get();
    }

    /** The page as it is once its scripts have run; none of them may have failed or have been held back, and nothing but loopback can be reached. */
    public String shows(URI address) throws IOException, InterruptedException {
        Path out = folder.resolve("page-in-browser.html");
        Path log = folder.resolve("browser.log");
        Process browser = new ProcessBuilder(List.of(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                        "--enable-logging=stderr",
                        "--user-data-dir=" + folder.resolve("browser"),
                        "--dump-dom",
                        address.toString()))
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            assertThat(browser.waitFor(LONGEST_WAIT_S, TimeUnit.SECONDS)).isTrue();
        } finally {
            browser.destroyForcibly();
        }
        assertThat(Files.readAllLines(log, StandardCharsets.ISO_8859_1))
                .noneMatch(line -> line.contains("CONSOLE")
                        && (line.contains("Uncaught") || line.contains("Content Security Policy")));
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
