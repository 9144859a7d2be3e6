package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimulateTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "worked-example");
    private static final String OPUS = "anthropic/claude-opus-4-8/high";

    @TempDir
    private Path root;

    @Test
    void theWorkedExampleComesToItsFigures() {
        Ran ran = simulate("--traffic", EXAMPLE.resolve("traffic.ndjson"), "--baseline", OPUS);

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .startsWith("10,000 requests in 2 lines of ")
                .contains("note: a reconstruction from the totals of a published example, not measured traffic")
                .containsPattern(OPUS + " +10,000 +\\$3,000\\.00 .* \\$0\\.30 +\\$3,000\\.00 +\\$1,095,000\\.00\n")
                .containsPattern("worked-example +10,000 +\\$970\\.00 .* \\$0\\.097 +\\$970\\.00 +\\$354,050\\.00\n")
                .contains("worked-example costs $2,030.00 less than " + OPUS + ": 67.7 % less, $740,950.00 a year\n")
                .containsPattern("otherwise +7,000 +\\$70\\.00 .* 70\\.0 %\n")
                .doesNotContain("±");
    }

    @Test
    void programsReadJsonWithFiguresInFull() throws IOException {
        JsonNode report = new ObjectMapper()
                .readTree(
                        simulate("--traffic", EXAMPLE.resolve("traffic.ndjson"), "--baseline", OPUS, "--format", "json")
                                .out());

        assertThat(report.at("/contenders/0/kind").asText()).isEqualTo("baseline");
        assertThat(report.at("/contenders/1/total/dollars/mean").asText()).isEqualTo("970");
        assertThat(report.at("/contenders/1/rate/dollars_per_year").asText()).isEqualTo("354050");
        assertThat(report.at("/comparisons/0/saved_percent").asText()).isEqualTo("67.7");
        assertThat(report.at("/traffic/requests").asLong()).isEqualTo(10_000);
    }

    @Test
    void spreadsheetsReadALineForEachGroup() throws IOException {
        Path file = root.resolve("report.csv");

        assertThat(simulate("--traffic", EXAMPLE.resolve("traffic.ndjson"), "--format", "csv", "--output", file))
                .isEqualTo(new Ran(0, "", ""));

        assertThat(Files.readAllLines(file))
                .hasSize(8)
                .first()
                .asString()
                .startsWith("contender,kind,by,name,requests,dollars,dollars_low,dollars_high,");
        assertThat(Files.readString(file)).contains("worked-example,policy,rule,otherwise,7000,70,70,70,");
        try (var files = Files.list(root)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aTableOfFeaturesIsTraffic() throws IOException {
        Path table = Files.writeString(root.resolve("tasks.csv"), """
                type,input_tokens,output_tokens,count,outcome.anthropic/claude-haiku-4-5.correct
                planning,2000,1600,3000,
                summarization,2000,1600,7000,true
                summarization,2000,oops,1,
                """);

        Ran ran = simulate("--traffic", table, "--strict", "--baseline", OPUS);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("67.7 % less", "1 line was left out:\n  line 4: `output_tokens`");
    }

    @Test
    void aTraceGetsItsOtherFeaturesFromAMix() throws IOException {
        Path trace = Files.writeString(root.resolve("trace.csv"), """
                TIMESTAMP,ContextTokens,GeneratedTokens
                2023-11-16 18:15:46.6805900,374,44
                2023-11-16 18:15:50.9951690,396,109
                """);
        Path mix = Files.writeString(root.resolve("mix.json"), """
                {"name": "only plans", "parts": [{"features": {"type": "planning"}}]}
                """);

        assertThat(simulate("--traffic", trace, "--mix", mix).out())
                .startsWith("2 requests in 2 lines")
                .contains("note: assumed: lengths are those of the trace")
                .contains("made up by the mix `only plans`")
                .containsPattern("what pays for thought thinks +2 ");
        assertThat(simulate("--traffic", trace).out()).contains("made up by the mix `everyday work`");
    }

    @Test
    void tasksAreMadeUpByTheMixAlone() {
        Ran ran = simulate("--generate", "200", "--control");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .startsWith("200 requests in 200 lines of the mix everyday work\n")
                .contains("control of worked-example");
    }

    @Test
    void nothingToReplayIsAMistake() throws IOException {
        Path empty = Files.writeString(root.resolve("empty.ndjson"), "");
        Path broken = Files.writeString(root.resolve("broken.ndjson"), "{\"task\":\n");

        assertThat(simulate("--traffic", empty))
                .isEqualTo(new Ran(2, "", "mete: there is no request in `" + empty + "`: write one task a line\n"));
        assertThat(simulate("--traffic", broken).err())
                .startsWith("mete: there is no request in `" + broken + "`: line 1: it is no JSON: ");
        assertThat(simulate("--traffic", root.resolve("none")).err()).startsWith("mete: there is no file `");
        assertThat(simulate("--seeds", "0", "--generate", "1").err())
                .isEqualTo("mete: --seeds is 0: it goes from 1 to 1000\n");
    }

    @Test
    void aBaselineThatIsNoneIsToldWhatThereIs() {
        assertThat(baseline("anthropic/claude-opus-4-8").err())
                .contains("does not end in an effort", "`anthropic/claude-opus-4-8/low`");
        assertThat(baseline("anthropic/claude-opus-4-9/high").err())
                .contains("did you mean `anthropic/claude-opus-4-8`?");
        assertThat(baseline("anthropic/claude-opus-4-8/minimal").err()).contains("has no effort `minimal`");
    }

    private static Ran baseline(String written) {
        return simulate("--generate", "1", "--baseline", written);
    }

    private static Ran simulate(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("simulate", "--policy", EXAMPLE, "--at", "2026-11-22"));
        arguments.addAll(Arrays.asList(more));
        return Ran.mete(arguments.toArray());
    }
}
