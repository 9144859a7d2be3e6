package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PoliciesTest {
    @TempDir
    private Path folder;

    @Test
    void aPolicyShowsWhatItIs() {
        try (var service = TestService.of(new Rules(folder).with("demo", 100))) {
            Reply reply = service.client().get("/v1/policies/demo");

            assertThat(reply.at("/language")).isEqualTo("mete");
            assertThat(reply.at("/engine")).isEqualTo("native");
            assertThat(reply.at("/rules/0")).isEqualTo("chat");
            assertThat(reply.at("/rules/1")).isEqualTo("otherwise");
            assertThat(reply.at("/models/0/model")).isEqualTo("anthropic/claude-haiku-4-5");
            assertThat(reply.at("/revision"))
                    .isEqualTo(service.client().post("/v1/decide", Rules.TASK).at("/revision"));
        }
    }

    @Test
    void itsFeaturesAreASchemaOfItsTasks() {
        try (var service = TestService.of(new Rules(folder).with("demo", 100))) {
            var features = service.client().get("/v1/policies/demo").json().get("features");
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(features);
            var task = new Reply(200, HttpHeaders.of(Map.of(), (_, _) -> true), Rules.TASK)
                    .json()
                    .get("task");

            assertThat(schema.validate(task)).isEmpty();
            assertThat(features.get("required").toString()).contains("type", "input_tokens");
        }
    }

    @Test
    void theRevisionIsTheTagAndWhoHasItIsToldThatNothingChanged() {
        try (var service = TestService.of(new Rules(folder).with("demo", 100))) {
            Reply first = service.client().get("/v1/policies/demo");
            String tag = first.header("ETag");

            assertThat(tag).isEqualTo("\"" + first.at("/revision") + "\"");
            assertThat(service.client()
                            .get("/v1/policies/demo", "If-None-Match", tag)
                            .status())
                    .isEqualTo(304);
            assertThat(service.client()
                            .get("/v1/policies/demo", "If-None-Match", "\"x\", W/" + tag)
                            .status())
                    .isEqualTo(304);
            assertThat(service.client()
                            .get("/v1/policies/demo", "If-None-Match", "\"x\"")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aHeadRequestIsAnsweredLikeItsGet() {
        try (var service = TestService.of(new Rules(folder).with("demo", 100))) {
            var none = java.net.http.HttpRequest.BodyPublishers.noBody();

            Reply head = service.client().send("HEAD", "/v1/policies/demo", none, new byte[0]);

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("ETag")).startsWith("\"sha256:");
            assertThat(service.client()
                            .send("HEAD", "/v1/policies/dmo", none, new byte[0])
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void foldersThatHoldNoPolicySayWhyAndTheOthersAreServed() throws IOException {
        var rules = new Rules(folder).with("demo", 100).with("two", 1);
        rules.write("two/policy.faulty", "");
        rules.write("empty/notes.txt", "");
        rules.write("Bad Name/policy.mete", Rules.policy("bad", 1));
        rules.write("misnamed/policy.mete", Rules.policy("other", 1));
        rules.write(".hidden/policy.mete", "");
        Files.createDirectories(rules.file("loop"));
        Files.createSymbolicLink(rules.file("loop/policy.mete"), Path.of("policy.mete"));
        Files.createSymbolicLink(rules.file("circle"), Path.of("circle"));
        Files.createSymbolicLink(rules.file("nowhere"), Path.of("gone"));

        try (var service = TestService.of(rules)) {
            Reply reply = service.client().get("/v1/policies");

            assertThat(reply.json().get("policies").findValuesAsText("name"))
                    .containsExactly("Bad Name", "circle", "demo", "empty", "loop", "misnamed", "nowhere", "two");
            assertThat(failure(reply, 0)).contains("cannot name a policy");
            assertThat(failure(reply, 1)).contains("the folder cannot be read");
            assertThat(failure(reply, 3)).contains("the folder has no policy");
            assertThat(failure(reply, 4)).contains("policy.mete", "the file cannot be read");
            assertThat(failure(reply, 5)).contains("lies in the folder `misnamed`");
            assertThat(failure(reply, 6)).contains("there is no such file");
            assertThat(service.client()
                            .post("/v1/policies/demo/decide", Rules.TASK)
                            .status())
                    .isEqualTo(200);
            assertThat(service.client().get("/readyz").status()).isEqualTo(503);
        }
    }

    @Test
    void aFolderWithTwoPoliciesSaysSo() {
        var rules = new Rules(folder).with("demo", 100).with("two", 1);
        rules.write("two/policy.faulty", "");
        try (var service = TestService.of(rules, settings(), null, twoLanguages())) {
            assertThat(service.client().get("/v1/policies/two").at("/last_failed_load/diagnostics/0/message"))
                    .contains("the folder has 2 policies");
        }
    }

    @Test
    void theCatalogIsShownWithItsDigestAsTag() {
        try (var service = TestService.of(new Rules(folder).with("demo", 100))) {
            Reply reply = service.client().get("/v1/catalog");

            assertThat(reply.json().get("models").findValuesAsText("id")).contains("anthropic/claude-opus-4-8");
            assertThat(service.client()
                            .get("/v1/catalog", "If-None-Match", reply.header("ETag"))
                            .status())
                    .isEqualTo(304);
        }
    }

    @Test
    void withoutACatalogNothingIsDecidedAndEveryAddressSaysWhy() {
        var rules = new Rules(folder).with("demo", 100);
        rules.write("catalog.json", "{");
        try (var service = TestService.of(rules)) {
            assertThat(service.client().get("/v1/catalog").status()).isEqualTo(503);
            assertThat(service.client().post("/v1/decide", Rules.TASK).status()).isEqualTo(503);
            assertThat(service.client().post("/v1/decide", Rules.TASK).text()).contains("C0001");
            assertThat(service.client().get("/v1/policies").at("/catalog_failure/diagnostics/0/code"))
                    .isEqualTo("C0001");
        }
    }

    private static String failure(Reply reply, int policy) {
        return reply.json().at("/policies/" + policy + "/last_failed_load").toString();
    }

    private static ServerSettings settings() {
        return TestService.settings(null, null);
    }

    private static dev.mete.engine.load.PolicyLoader twoLanguages() {
        var mete = java.util.ServiceLoader.load(dev.mete.engine.policy.PolicyLanguage.class)
                .findFirst()
                .orElseThrow();
        return new dev.mete.engine.load.PolicyLoader(
                java.util.List.of(mete, new FaultyLanguage()),
                java.util.ServiceLoader.load(dev.mete.engine.policy.PolicyEngine.class));
    }
}
