package dev.mete.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The ways in which files change, and what is answered then. */
final class ReloadTest {
    @TempDir
    private Path folder;

    private Rules rules;
    private TestService service;

    @BeforeEach
    void start() throws IOException {
        rules = new Rules(Files.createDirectories(folder.resolve("rules"))).with("demo", 100);
        service = TestService.of(rules);
        assertThat(cap()).isEqualTo("100");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aFileThatIsMovedIntoPlaceIsServed() {
        rules.with("demo", 200);

        awaitCap("200");
    }

    @Test
    void aFileThatIsWrittenInPlaceIsServed() throws IOException {
        Files.writeString(rules.file("demo/policy.mete"), Rules.policy("demo", 200));

        awaitCap("200");
    }

    @Test
    void aTreeThatIsCheckedOutIsServedAndNothingIsLostMeanwhile() throws IOException {
        Path demo = rules.file("demo");
        Path next = Files.createDirectories(folder.resolve("next"));
        Files.writeString(next.resolve("policy.mete"), Rules.policy("demo", 200));
        Files.delete(demo.resolve("policy.mete"));
        assertThat(cap()).isEqualTo("100");
        Files.delete(demo);
        assertThat(cap()).isEqualTo("100");
        Files.move(next, demo);

        awaitCap("200");
    }

    @Test
    void anotherCommitThatGitChecksOutIsServed() throws Exception {
        assumeThat(git("--version")).isZero();
        assertThat(git("init", "-q")).isZero();
        commit("old");
        rules.with("demo", 200).write("demo/fixtures/cases.yaml", fixture(200));
        rules.write("extra/policy.mete", Rules.policy("extra", 300));
        commit("new");
        awaitCap("200");
        TestService.await(() -> cap("extra").equals("300"));

        assertThat(git("checkout", "-q", "old")).isZero();

        awaitCap("100");
        TestService.await(() -> cap("extra").isEmpty());

        assertThat(git("checkout", "-q", "new")).isZero();

        awaitCap("200");
        TestService.await(() -> cap("extra").equals("300"));
    }

    @Test
    void aFileThatIsCutOffAndWrittenAgainIsServedOnlyAsAWhole() throws Exception {
        Path file = rules.file("demo/policy.mete");
        String next = Rules.policy("demo", 200);
        try (var out = Files.newOutputStream(file)) {
            TestService.await(
                    () -> service.client().get("/v1/policies/demo").at("/stale").equals("true"));
            assertThat(cap()).isEqualTo("100");
            out.write(next.substring(0, 150).getBytes(UTF_8));
            out.flush();
            assertThat(cap()).isEqualTo("100");
            out.write(next.substring(150).getBytes(UTF_8));
        }

        awaitCap("200");
        assertThat(service.client().get("/v1/policies/demo").json().has("last_failed_load"))
                .isFalse();
    }

    @Test
    void aRestartOnABrokenFileServesTheKeptRevisionAndSaysSo() {
        service.close();
        Path state = folder.resolve("state");
        service = TestService.of(rules, TestService.settings(null, null), state);
        String good = service.client().get("/v1/policies/demo").at("/revision");
        service.close();
        rules.write("demo/policy.mete", "nonsense");

        service = TestService.of(rules, TestService.settings(null, null), state);

        Reply status = service.client().get("/v1/policies/demo");
        assertThat(cap()).isEqualTo("100");
        assertThat(status.at("/revision")).isEqualTo(good);
        assertThat(status.at("/restored")).isEqualTo("true");
        assertThat(status.json().at("/last_failed_load/diagnostics")).isNotEmpty();
        assertThat(service.client().get("/readyz").status()).isEqualTo(200);

        rules.with("demo", 200);
        awaitCap("200");
        assertThat(service.client().get("/v1/policies/demo").at("/restored")).isEqualTo("false");
    }

    @Test
    void everyMistakeOfABrokenFileIsInTheLogOnOneLine() {
        var logger = (Logger) LoggerFactory.getLogger("dev.mete.server.reload.ReloadStep");
        var log = new ListAppender<ILoggingEvent>();
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        logger.addAppender(log);
        try {
            rules.write("demo/policy.mete", Rules.policy("demo", 200).replace("effort none", "effort nine"));
            TestService.await(() -> !log.list.isEmpty());
        } finally {
            logger.detachAppender(log);
        }

        var mistakes = service.client().get("/v1/policies/demo").json().at("/last_failed_load/diagnostics");
        assertThat(mistakes).hasSizeGreaterThanOrEqualTo(3);
        assertThat(log.list.getFirst().getFormattedMessage())
                .startsWith("policy demo did not load and goes on with sha256:")
                .doesNotContain("\n")
                .contains(mistakes.valueStream()
                        .map(mistake -> ":" + mistake.get("line").asText() + ":"
                                + mistake.get("column").asText() + ": error["
                                + mistake.get("code").asText() + "]: "
                                + mistake.get("message").asText())
                        .toList());
    }

    @Test
    void aLinkThatIsSwappedAsKubernetesDoesIsServed() throws IOException {
        Path mounted = Files.createDirectories(rules.file("mounted"));
        write(mounted.resolve("..2026_01/policy.mete"), Rules.policy("mounted", 100));
        Files.createSymbolicLink(mounted.resolve("..data"), Path.of("..2026_01"));
        Files.createSymbolicLink(mounted.resolve("policy.mete"), Path.of("..data/policy.mete"));
        TestService.await(() -> cap("mounted").equals("100"));

        write(mounted.resolve("..2026_02/policy.mete"), Rules.policy("mounted", 200));
        Files.createSymbolicLink(mounted.resolve("..data_tmp"), Path.of("..2026_02"));
        Files.move(mounted.resolve("..data_tmp"), mounted.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);

        TestService.await(() -> cap("mounted").equals("200"));
    }

    @Test
    void aBrokenFileChangesNothingButShowsItsMistakesAndAFixedOneIsServed() {
        String good = service.client().get("/v1/policies/demo").at("/revision");
        rules.write("demo/policy.mete", Rules.policy("demo", 200).replace("effort none", "effort nine"));
        TestService.await(() -> service.client().get("/v1/policies/demo").json().has("last_failed_load"));

        Reply status = service.client().get("/v1/policies/demo", "If-None-Match", "\"" + good + "\"");

        assertThat(status.status()).as("a failure is never hidden by a tag").isEqualTo(200);
        assertThat(status.at("/revision")).isEqualTo(good);
        assertThat(status.at("/stale")).isEqualTo("true");
        assertThat(status.json().at("/last_failed_load/diagnostics")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(status.at("/last_failed_load/diagnostics/0/line")).isNotEmpty();
        assertThat(status.json().at("/last_failed_load/age_seconds").isIntegralNumber())
                .isTrue();
        assertThat(cap()).isEqualTo("100");
        assertThat(service.client().get("/readyz").at("/policies/0/stale")).isEqualTo("true");
        assertThat(service.client().get("/metrics").text())
                .contains("mete_policy_stale{policy=\"demo\"} 1.0")
                .contains("mete_reloads_total{policy=\"demo\",result=\"failure\"} 1.0");

        rules.with("demo", 300);
        awaitCap("300");
        assertThat(service.client().get("/v1/policies/demo").json().has("last_failed_load"))
                .isFalse();
    }

    @Test
    void aFileThatIsMadeAsItWasIsNoFailureAnyMore() {
        rules.write("demo/policy.mete", "nonsense");
        TestService.await(
                () -> service.client().get("/v1/policies/demo").at("/stale").equals("true"));

        rules.with("demo", 100);

        TestService.await(
                () -> service.client().get("/v1/policies/demo").at("/stale").equals("false"));
        assertThat(cap()).isEqualTo("100");
    }

    @Test
    void aFixtureThatFailsRejectsThePolicyAndShowsWhatDiffers() {
        rules.write("demo/fixtures/cases.yaml", fixture(100));
        rules.write("demo/policy.mete", Rules.policy("demo", 200));
        TestService.await(() -> service.client().get("/v1/policies/demo").json().has("last_failed_load"));

        assertThat(service.client().get("/v1/policies/demo").at("/last_failed_load/diagnostics/0/message"))
                .contains("expected token_cap 100, got token_cap 200");
        assertThat(cap()).isEqualTo("100");

        rules.write("demo/fixtures/cases.yaml", fixture(200));
        awaitCap("200");
    }

    @Test
    void aRemovedFolderIsGoneAndANewOneIsServed() throws IOException {
        rules.with("other", 300);
        TestService.await(() -> cap("other").equals("300"));
        Files.delete(rules.file("other/policy.mete"));
        Files.delete(rules.file("other"));

        TestService.await(() ->
                service.client().post("/v1/policies/other/decide", Rules.TASK).status() == 404);

        TestService.await(() -> !service.client().get("/metrics").text().contains("policy=\"other\""));
        assertThat(cap()).isEqualTo("100");
    }

    @Test
    void aChangedIncludeIsServed() {
        rules.write("shared.mete", "limit cap <= 80 because \"a\"");
        rules.write(
                "demo/policy.mete",
                Rules.policy("demo", 100).replace("models {", "include \"../shared.mete\"\n\nmodels {"));
        awaitCap("80");

        rules.write("shared.mete", "limit cap <= 60 because \"a\"");

        awaitCap("60");
    }

    @Test
    void anIncludeThatWasMissingIsServedWhenItIsThere() {
        rules.write(
                "demo/policy.mete",
                Rules.policy("demo", 100).replace("models {", "include \"../shared.mete\"\n\nmodels {"));
        TestService.await(() -> service.client().get("/v1/policies/demo").json().has("last_failed_load"));

        rules.write("shared.mete", "limit cap <= 80 because \"a\"");

        awaitCap("80");
    }

    @Test
    void aBrokenCatalogStaysOutAndAGoodOneCompilesEveryPolicyAgain() {
        String before = service.client().get("/v1/policies/demo").at("/revision");
        String revision = service.client().get("/v1/catalog").at("/revision");
        rules.write("catalog.json", "{\"version\": 1,");
        TestService.await(() -> service.client().get("/v1/policies").json().has("catalog_failure"));

        assertThat(cap()).isEqualTo("100");
        assertThat(service.client().get("/v1/catalog").at("/revision")).isEqualTo(revision);
        assertThat(service.client().get("/v1/catalog").at("/last_failed_load/diagnostics/0/code"))
                .isEqualTo("C0001");

        rules.write(
                "catalog.json",
                Rules.read(Rules.CATALOG).replace("\"output_limit\": 64000", "\"output_limit\": 64001"));
        TestService.await(
                () -> !service.client().get("/v1/policies/demo").at("/revision").equals(before));
        assertThat(service.client().get("/v1/policies").json().has("catalog_failure"))
                .isFalse();
        assertThat(cap()).isEqualTo("100");
    }

    @Test
    void anotherEngineIsServed() {
        rules.write("demo/settings.properties", "engine=drools");

        TestService.await(
                () -> service.client().get("/v1/policies/demo").at("/engine").equals("drools"));

        assertThat(cap()).isEqualTo("100");
    }

    @Test
    void aFolderOfAllPoliciesThatIsGoneTakesNothingAway() throws IOException {
        Files.move(rules.root(), folder.resolve("elsewhere"));
        TestService.await(() -> service.client().get("/v1/policies").json().has("folder_failure"));
        assertThat(service.client().get("/v1/policies").json().toString())
                .contains("the folder of all policies cannot be read")
                .doesNotContain(rules.root().toString());

        assertThat(cap()).isEqualTo("100");

        Files.move(folder.resolve("elsewhere"), rules.root());
        rules.with("demo", 200);
        awaitCap("200");
        assertThat(service.client().get("/v1/policies").json().has("folder_failure"))
                .isFalse();
    }

    private void commit(String tag) throws Exception {
        assertThat(git("add", "-A")).isZero();
        assertThat(git("-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "-q", "-m", tag))
                .isZero();
        assertThat(git("tag", tag)).isZero();
    }

    private int git(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).directory(rules.root().toFile());
        // no setting of this machine or of a repository above counts
        process.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        process.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        process.environment().keySet().removeAll(Set.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"));
        try {
            return process.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException _) {
            // there is no git
            return 1;
        }
    }

    private static String fixture(int cap) {
        return """
                policy: demo
                cases:
                  - name: a chat is capped
                    given: {type: chat, input_tokens: 100}
                    expect: {token_cap: %d}
                """.formatted(cap);
    }

    private void awaitCap(String cap) {
        TestService.await(() -> cap().equals(cap));
    }

    private String cap() {
        Reply reply = service.client().post("/v1/policies/demo/decide", Rules.TASK);
        assertThat(reply.status()).isEqualTo(200);
        return reply.at("/token_cap");
    }

    private String cap(String policy) {
        Reply reply = service.client().post("/v1/policies/" + policy + "/decide", Rules.TASK);
        return reply.status() == 200 ? reply.at("/token_cap") : "";
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
