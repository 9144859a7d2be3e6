package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service as a process of its own: its first words, its last ones, and nothing lost between. */
final class ServeTest {
    static final String TASK = "{\"task\":{\"type\":\"chat\",\"input_tokens\":100}}";
    private static final int TERMINATED = 143;

    @TempDir
    private Path root;

    private Folder folder;

    @BeforeEach
    void write() {
        folder = Folder.of(root);
    }

    @Test
    void theLineThatItPrintsGetsADecision() throws Exception {
        assumeThat(new ProcessBuilder("curl", "--version").start().waitFor()).isZero();
        Path token = folder.write("a 'token'", "s3cret\n");
        folder.with("broken/policy.mete", "policy broken");
        try (var mete = MeteProcess.start(
                "serve", root, "--port", 0, "--state", folder.file(".state"), "--token-file", token)) {
            String line = mete.await("curl -s");

            Process curl = new ProcessBuilder("sh", "-c", line + " -w ' %{http_code}'").start();
            String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(curl.waitFor()).isZero();
            assertThat(answer)
                    .startsWith("{\"decision_id\":")
                    .contains("\"policy\":\"demo\"", "\"model\":\"", "\"effort\":\"", "\"token_cap\":")
                    .endsWith(" 200");
            assertThat(String.join("\n", mete.lines()))
                    .contains("Mete serves " + root + " at http://127.0.0.1:")
                    .contains("demo    mete, 2 rules, engine native, sha256:")
                    .contains("broken  2 errors, not loaded", "the policy has no models")
                    .doesNotContain("s3cret");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void aPortThatDoesNotExistIsRefused(int port) {
        var ran = Ran.mete("serve", root, "--port", port);

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("mete: there is no port " + port + ": choose one from 0 to 65535\n");
    }

    @Test
    void itsExampleTellsWhatTheTaskIsWorthWhereThePolicyAsks() throws Exception {
        Path shipped = Path.of("..", "rules").toRealPath();
        try (var mete = MeteProcess.start("serve", shipped, "--port", 0, "--state", folder.file(".state"))) {
            assertThat(mete.await("curl -s"))
                    .contains("/v1/policies/coding-assistant/decide", "\"type\":\"debugging\"")
                    .contains("\"complexity\":", "\"error_cost_usd\":", "\"latency_tolerance_ms\":")
                    .contains("\"input_tokens\":");
        }
    }

    @Test
    void droolsIsLoadedOnlyForAPolicyInDrl() throws Exception {
        assertThat(classesOfDrools(root)).isEmpty();
        assertThat(classesOfDrools(Path.of("..", "rules").toRealPath())).isNotEmpty();
    }

    /** The classes of Drools that are loaded when a folder of policies is served. */
    private List<String> classesOfDrools(Path rules) throws Exception {
        Path loaded = folder.file(".loaded");
        var java = List.of("-Xlog:class+load:file=" + loaded);
        try (var mete =
                MeteProcess.start(List.of(), java, "serve", rules, "--port", 0, "--state", folder.file(".state"))) {
            mete.await("curl -s");
            try (var lines = Files.lines(loaded)) {
                return lines.filter(line -> line.contains(" org.drools.") || line.contains(" org.kie."))
                        .toList();
            }
        }
    }

    @Test
    void aTakenPortIsSaidInASentence() throws Exception {
        try (var first = MeteProcess.start("serve", root, "--port", 0, "--state", folder.file(".state"))) {
            String address = first.await("Mete serves").replaceAll(".*http", "http");
            try (var second = MeteProcess.start(
                    "serve", root, "--port", URI.create(address).getPort(), "--state", folder.file(".state"))) {
                assertThat(second.exit()).isEqualTo(2);
                assertThat(second.lines()).anyMatch(line -> line.startsWith("mete: cannot listen on 127.0.0.1:"));
                assertThat(second.lines()).noneMatch(line -> line.contains("\tat "));
            }
        }
    }

    @Test
    void aSignalEndsItWithoutLosingARequest() throws Exception {
        try (var mete = MeteProcess.start("serve", root, "--port", 0, "--state", folder.file(".state"))) {
            URI address = URI.create(mete.await("Mete serves").replaceAll(".*http", "http"));
            var callers = new Callers(address);
            try (var stream = SlowCaller.ofStream(address);
                    var single = SlowCaller.ofTask(address, TASK.length())) {
                assertThat(stream.ask(TASK)).contains("\"token_cap\":600");
                single.send(TASK.substring(0, 10));
                callers.awaitAnswers(100);

                mete.terminate();
                mete.await("stopping");

                assertThat(stream.ask(TASK)).as("a stream goes on").contains("\"token_cap\":600");
                single.send(TASK.substring(10));
                assertThat(single.answer()).as("half of it was sent before").contains("\"token_cap\":600");
                assertThat(stream.ask(TASK)).contains("\"token_cap\":600");
            }
            assertThat(mete.exit()).isEqualTo(TERMINATED);
            callers.join();

            assertThat(callers.lost()).isEmpty();
            assertThat(callers.answered()).isGreaterThanOrEqualTo(100);
            assertThat(mete.lines()).last().asString().endsWith("stopped");
        }
    }
}
