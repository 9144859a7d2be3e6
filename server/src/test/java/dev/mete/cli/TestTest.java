package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestTest {
    private static final String FIXTURE = """
            cases:
              - name: a long answer is cut
                given: {type: chat, input_tokens: 100, output_tokens: 5000}
                expect: {token_cap: %d}
            """;

    @TempDir
    private Path root;

    private Folder folder;

    @BeforeEach
    void write() {
        folder = Folder.of(root);
    }

    @Test
    void testsAndFixturesThatPassAreCounted() {
        folder.with("demo/fixtures/cases.yaml", FIXTURE.formatted(5_000));

        assertThat(Ran.mete("test", root)).isEqualTo(new Ran(0, "demo: 2 cases passed\n", ""));
    }

    @Test
    void aCaseThatFailsIsShownWithWhatWasDecided() {
        folder.with("demo/fixtures/cases.yaml", FIXTURE.formatted(1));

        Ran ran = Ran.mete("test", root);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "`a long answer is cut` expected token_cap 1, got token_cap 5000",
                        "demo/fixtures/cases.yaml:4:")
                .endsWith("demo: 1 of 2 cases failed\n");
    }

    @Test
    void aReportForBuildServersIsWritten() throws IOException {
        Path report = folder.file("report.xml");

        assertThat(Ran.mete("test", root, "--junit", report).exit()).isZero();

        assertThat(Files.readString(report)).contains("<testsuite ", "name=\"a chat is short\"");
        assertThat(Ran.mete("test", root, "--junit", root).exit()).isEqualTo(2);
    }

    @Test
    void programsReadJson() throws IOException {
        folder.with("demo/fixtures/cases.yaml", FIXTURE.formatted(1));

        var report = new ObjectMapper()
                .readTree(Ran.mete("test", root, "--format", "json").out());

        assertThat(report.at("/0/policy").asText()).isEqualTo("demo");
        assertThat(report.at("/0/passed").asBoolean()).isFalse();
        assertThat(report.at("/0/failures").asInt()).isEqualTo(1);
        assertThat(report.at("/0/diagnostics/0/message").asText()).contains("expected token_cap 1");
    }

    @Test
    void noCaseAtAllIsNoSuccess() {
        folder.with("demo/policy.mete", Folder.POLICY.substring(0, Folder.POLICY.indexOf("test ")));

        Ran ran = Ran.mete("test", root);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("there is no case");
    }

    @Test
    void aPolicyThatDoesNotLoadFails() {
        folder.with("demo/policy.mete", "policy demo");

        assertThat(Ran.mete("test", root).exit()).isEqualTo(1);
    }
}
