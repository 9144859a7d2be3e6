package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of documentation as a browser builds it. */
final class DocsPageTest {
    private static final long LONGEST_WAIT_S = 60;

    @TempDir
    private Path folder;

    @Test
    void aBrowserShowsEveryAddressAndEveryLinkOfThePageLeadsSomewhere() throws Exception {
        Optional<Path> chromium = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(place -> Stream.of("chromium", "chromium-browser").map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(chromium.isPresent(), "there is no chromium on the PATH");
        try (var service = TestService.of(new Rules(folder.resolve("rules")).with("demo", 100))) {
            String page = dom(chromium.get(), service.client().address() + "/docs");

            for (String operation : OpenApi.CONTRACT.operations()) {
                assertThat(page).contains("<code>" + operation + "</code>");
            }
            var ids = Page.found(" id=\"([^\"]+)\"", page);
            assertThat(ids).containsAll(Page.found(" href=\"#([^\"]+)\"", page));
            assertThat(Page.found("<(script|link|img|iframe)\\b", page)).isEmpty();
            assertThat(Pattern.compile("\\b(null|undefined)\\b").matcher(page).find())
                    .isFalse();
        }
    }

    private String dom(Path chromium, String address) throws IOException, InterruptedException {
        Path out = folder.resolve("page.html");
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
                        "--user-data-dir=" + folder.resolve("browser"),
                        "--dump-dom",
                        address))
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(browser.waitFor(LONGEST_WAIT_S, TimeUnit.SECONDS)).isTrue();
        } finally {
            browser.destroyForcibly();
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
