package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DecisionsTest {
    @TempDir
    private Path folder;

    @Test
    void aTaskGetsModelEffortAndTokenCap() {
        try (var service = TestService.of(new Rules(folder).with("demo", 100))) {
            Reply reply = service.client().post("/v1/policies/demo/decide", Rules.TASK);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.at("/model")).isEqualTo("anthropic/claude-haiku-4-5");
            assertThat(reply.at("/effort")).isEqualTo("none");
            assertThat(reply.at("/token_cap")).isEqualTo("100");
            assertThat(reply.at("/rule")).isEqualTo("chat");
            assertThat(reply.at("/fallbacks/0/model")).isEqualTo("anthropic/claude-opus-4-8");
        }
    }

    @Test
    void decisionIdsAreUniqueAndSortByTime() {
        try (var service = TestService.of(new Rules(folder).with("demo", 100))) {
            List<String> ids = IntStream.range(0, 50)
                    .mapToObj(
                            _ -> service.client().post("/v1/decide", Rules.TASK).at("/decision_id"))
                    .toList();

            assertThat(new HashSet<>(ids)).hasSize(50);
            assertThat(ids).isSorted();
        }
    }

    @Test
    void anExplanationSaysWhyLineByLine() {
        try (var service = TestService.of(new Rules(folder).with("demo", 100))) {
            String sql = Rules.TASK.replace("chat", "sql");

            Reply explained = service.client().post("/v1/policies/demo/explain", sql);

            assertThat(explained.at("/explanation/rules/0/name")).isEqualTo("chat");
            assertThat(explained.at("/explanation/rules/0/failed/met")).isEqualTo("type is sql");
            assertThat(explained.at("/explanation/rules/1/held")).isEqualTo("true");
            for (String address :
                    List.of("/v1/explain", "/v1/decide?explain=true", "/v1/policies/demo/decide?explain")) {
                assertThat(service.client().post(address, sql).json().has("explanation"))
                        .as(address)
                        .isTrue();
            }
            assertThat(service.client()
                            .post("/v1/decide?explain=false", sql)
                            .json()
                            .has("explanation"))
                    .isFalse();
        }
    }

    @Test
    void theOnlyPolicyIsTheDefaultOneAndOfSeveralNoneIs() {
        var rules = new Rules(folder).with("demo", 100);
        try (var service = TestService.of(rules)) {
            assertThat(service.client().post("/v1/decide", Rules.TASK).at("/policy"))
                    .isEqualTo("demo");
        }
        rules.with("other", 200);
        try (var service = TestService.of(rules)) {
            Reply reply = service.client().post("/v1/decide", Rules.TASK);

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.text()).contains("there are 2 policies", "--default", "demo, other");
        }
        var settings = TestService.settings("other", null);
        try (var service = TestService.of(rules, settings, null)) {
            assertThat(service.client().post("/v1/decide", Rules.TASK).at("/token_cap"))
                    .isEqualTo("200");
            assertThat(service.client().get("/v1/policies").at("/default")).isEqualTo("other");
        }
    }

    @Test
    void aPolicyThatNeverLoadedIsUnavailableAndSaysWhatIsWrongWithIt() {
        var rules = new Rules(folder);
        rules.write("demo/policy.mete", "policy demo\nmodels { fast = \"anthropic/claude-haiku-4-6\" }");
        try (var service = TestService.of(rules)) {
            for (String address : List.of("/decide", "/explain", "/decide/batch")) {
                Reply reply = service.client().post("/v1/policies/demo" + address, Rules.TASK);

                assertThat(reply.status()).isEqualTo(503);
                assertThat(reply.problems("help")).contains("did you mean `anthropic/claude-haiku-4-5`?");
                assertThat(reply.problems("line")).contains("2");
            }
            assertThat(service.client().get("/readyz").status()).isEqualTo(503);
            assertThat(service.client().get("/healthz").status()).isEqualTo(200);
        }
    }

    @Test
    void aPolicyThatFaultsIsAProblemThatNamesItsRule() {
        try (var service =
                TestService.of(new Rules(folder).faulty("fault"), settings(), null, FaultyLanguage.loader())) {
            Reply reply = service.client().post("/v1/policies/faulty/decide", Rules.TASK);

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.at("/type")).isEqualTo("/docs#policy-fault");
            assertThat(reply.at("/detail")).isEqualTo("the rule `loops` failed: it took too long");
            Reply batch = service.client().post("/v1/policies/faulty/decide/batch", "[" + Rules.TASK + "]");
            assertThat(batch.status()).isEqualTo(500);
        }
    }

    @Test
    void anUnexpectedFailureIsAProblemWithoutItsTrace() {
        try (var service =
                TestService.of(new Rules(folder).faulty("throw"), settings(), null, FaultyLanguage.loader())) {
            Reply reply = service.client().post("/v1/policies/faulty/decide", Rules.TASK);

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.at("/type")).isEqualTo("/docs#internal");
            assertThat(reply.text()).doesNotContain("secret detail", "Exception");
            Reply lines = service.client()
                    .post(
                            "/v1/decide/batch",
                            "application/x-ndjson",
                            Rules.TASK.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(lines.text()).contains("/docs#internal").doesNotContain("secret detail");
        }
    }

    @Test
    void anErrorOfTheMachineIsAProblemToo() {
        try (var service =
                TestService.of(new Rules(folder).faulty("overflow"), settings(), null, FaultyLanguage.loader())) {
            Reply reply = service.client().post("/v1/policies/faulty/decide", Rules.TASK);

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.at("/type")).isEqualTo("/docs#internal");
        }
    }

    private static ServerSettings settings() {
        return TestService.settings(null, null);
    }
}
