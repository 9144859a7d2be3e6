package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Traffic that is broken, reports that have no place, and runs that end before they are done. */
class BrokenTrafficTest {
    private static final Path POLICY = Path.of("..", "examples", "worked-example");
    private static final String TASK = "{\"type\":\"planning\",\"input_tokens\":2000,\"output_tokens\":1600}\n";
    private static final int LONGEST_LINE = 1 << 20;

    @TempDir
    private Path root;

    @Test
    void brokenLinesAreCountedTheFirstTenToldAndTheRunGoesOn() throws IOException {
        Path traffic = traffic(
                "{\"type\":\"planin\",\"input_tokens\":2000}\n",
                "not json\n",
                "{\"input_tokens\":-5}\n",
                "[1,2]\n",
                "{\"input_tokens\":1e999999999}\n",
                "{\"input_tokens\":" + "9".repeat(100_000) + "}\n",
                "{\"input_tokens\":1,\"input_tokens\":2}\n",
                "{\"task\":".repeat(5_000) + "\n",
                "x".repeat(LONGEST_LINE + 1) + "\n",
                "\0\0\0\n",
                "{\"count\":0,\"task\":{\"input_tokens\":1}}\n",
                "{\"at\":\"noon\",\"task\":{\"input_tokens\":1}}\n",
                TASK);

        Ran ran = simulate("--traffic", traffic);

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .startsWith("1 request in 1 line of ")
                .contains(
                        "12 lines were left out:\n  line 1: `type` has no value \"planin\"; did you mean `planning`?\n",
                        "\n  line 4: it is no JSON object\n",
                        "\n  line 9: the line is longer than 1 MiB\n",
                        "\n  line 10: it is no JSON: ",
                        "\n  and 2 more\n")
                .doesNotContain("line 11:");
        assertThat(simulate("--traffic", traffic, "--strict").exit()).isEqualTo(1);
        assertThat(simulate("--traffic", traffic(TASK), "--strict").exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF" + TASK, "\r\n" + TASK + "\r\n"})
    void whatOtherProgramsPutAroundLinesIsNoMistake(String text) throws IOException {
        assertThat(simulate("--traffic", traffic(text), "--strict").exit()).isZero();
    }

    @Test
    void aReportThatHasNoPlaceIsToldBeforeTheRun() {
        Path place = root.resolve("none").resolve("report.html");

        assertThat(simulate("--generate", "1000000000000", "--output", place))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "mete: the report cannot be written to `" + place + "`: there is no folder `"
                                + place.getParent() + "`\n"));
        assertThat(simulate("--generate", "1000000000000", "--output", root).err())
                .isEqualTo("mete: the report cannot be written to `" + root + "`: it is a folder; name a file in it\n");
    }

    @Test
    void aRunThatIsEndedSaysSoAndLeavesTheReportOfBefore() throws Exception {
        Path place = Files.writeString(root.resolve("report.txt"), "of before");
        byte[] tasks = TASK.repeat(10_000).getBytes(StandardCharsets.UTF_8);

        try (var mete = MeteProcess.start("simulate", "--policy", POLICY, "--traffic", "-", "--output", place)) {
            // far more than a pipe holds: once all is written, most has been read
            mete.input().write(tasks);
            mete.input().flush();
            mete.terminate();

            assertThat(mete.exit()).isEqualTo(143);
            assertThat(mete.lines()).containsExactly("mete: ended before it was done: the report was not written");
        }
        assertThat(place).hasContent("of before");
        try (var files = Files.list(root)) {
            assertThat(files).containsExactly(place);
        }
    }

    private Path traffic(String... lines) throws IOException {
        return Files.writeString(root.resolve("traffic.ndjson"), String.join("", lines));
    }

    private static Ran simulate(Object... arguments) {
        var all = new ArrayList<Object>(List.of("simulate", "--policy", POLICY));
        all.addAll(Arrays.asList(arguments));
        return Ran.mete(all.toArray());
    }
}
