package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.server.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a simulation as a browser builds it. */
final class SimulationPageTest {
    private static final Path POLICY = Path.of("..", "examples", "worked-example");

    /** What Chart.js makes of a canvas that it draws on. */
    private static final Pattern DRAWN =
            Pattern.compile("<canvas data-chart=\"(\\w+)\"[^>]* style=\"[^\"]*display: block[^\"]*\"");

    /** Writes beside each canvas how many of its points are inked, and beside the page how many things it asked for. */
    private static final String LOOK = """
            <script>
            document.querySelectorAll("canvas").forEach(function (canvas) {
              var points = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
              canvas.dataset.inked = points.filter(function (value, place) { return place % 4 === 3 && value > 0; }).length;
            });
            document.body.dataset.asked = performance.getEntriesByType("resource").length;
            </script>
            """;

    private static final Pattern INKED = Pattern.compile("data-inked=\"\\d{4,}\"");

    @TempDir
    private Path folder;

    @Test
    void aBrowserDrawsEveryChartOutOfTheFileAlone() throws Exception {
        var browser = new Browser(folder);
        Path page = folder.resolve("page.html");
        Path traffic = Files.writeString(
                folder.resolve("hostile.ndjson"),
                "{\"note\":\"</script><img src=x onerror=alert(1)>\",\"requests_per_day\":10}\n"
                        + "{\"task\":{\"type\":\"planning\",\"tenant\":\"<b>\\\"'\",\"input_tokens\":2000,\"latency_tolerance\":\"1m\"},"
                        + "\"outcomes\":{\"anthropic/claude-opus-4-8\":{\"latency_ms\":61000}}}\n");
        Ran ran = Ran.mete(
                "simulate",
                "--policy",
                POLICY,
                "--traffic",
                traffic,
                "--baseline",
                "anthropic/claude-opus-4-8/high",
                "--format",
                "html",
                "--output",
                page);
        assertThat(ran).isEqualTo(new Ran(0, "", ""));

        Files.writeString(page, LOOK, StandardOpenOption.APPEND);
        String shown = browser.shows(page.toUri());

        assertThat(DRAWN.matcher(shown).results().map(found -> found.group(1)))
                .contains("money", "buckets", "rules", "models", "tenants", "latency", "patience");
        assertThat(INKED.matcher(shown).results().count())
                .isEqualTo(DRAWN.matcher(shown).results().count());
        assertThat(shown).contains("data-asked=\"0\"");
        assertThat(shown.split("<canvas ", -1))
                .hasSize((int) DRAWN.matcher(shown).results().count() + 1);
        assertThat(shown).contains("&lt;/script&gt;&lt;img src=x").doesNotContain("<img");
    }
}
