package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckTest {
    @TempDir
    private Path root;

    private Folder folder;

    @BeforeEach
    void write() {
        folder = Folder.of(root);
    }

    @Test
    void policiesWithoutAMistakeAreFine() {
        assertThat(Ran.mete("check", root)).isEqualTo(new Ran(0, "nothing is wrong\n", ""));
    }

    @Test
    void everyMistakeOfEveryPolicyIsShown() {
        folder.with("demo/policy.mete", Folder.POLICY.replace("fast, effort none", "fasst, effort nine"));
        folder.with("empty/notes.txt", "");

        Ran ran = Ran.mete("check", root);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains("did you mean `fast`?", "the folder has no policy", "demo/policy.mete:5:", "^^^^")
                .endsWith(" errors\n");
    }

    @Test
    void aTestThatFailsIsAMistake() {
        folder.with("demo/policy.mete", Folder.POLICY.replace("expect cap 600", "expect cap 700"));

        Ran ran = Ran.mete("check", folder.file("demo"));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("`a chat is short` expected token_cap 700, got token_cap 600");
    }

    @Test
    void aWarningIsShownAndIsFine() {
        folder.with(
                "demo/policy.mete", Folder.POLICY.replace("haiku-4-5\" }", "haiku-4-5\" spare = \"openai/gpt-5.5\" }"));

        Ran ran = Ran.mete("check", root);

        assertThat(ran.exit()).isZero();
    }

    @Test
    void aFixtureIsCheckedWithItsPolicyAndAnIncludedFileWithThoseThatIncludeIt() {
        Path fixture = folder.write(
                "demo/fixtures/cases.yaml", "cases: [{name: a, given: {typ: chat}, expect: {token_cap: 1}}]");
        Path shared = folder.write("shared.mete", "limit cap <= 80 because \"a\"");
        folder.with(
                "demo/policy.mete",
                "policy demo include \"../shared.mete\"" + Folder.POLICY.substring("policy demo".length()));

        assertThat(Ran.mete("check", fixture).out()).contains("did you mean `type`?");
        assertThat(Ran.mete("check", shared).out()).contains("expected token_cap 600, got token_cap 80");
    }

    @Test
    void aCatalogIsCheckedAlone() {
        assertThat(Ran.mete("check", folder.file("catalog.json")).exit()).isZero();
        Path broken = folder.write("catalog.json", "{\"version\": 1, \"models\": [{}]}");

        Ran ran = Ran.mete("check", broken);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("C0005");
        assertThat(Ran.mete("check", root).exit()).isEqualTo(1);
    }

    @Test
    void machinesReadJsonAnnotationsAndSarif() throws IOException {
        folder.with("demo/policy.mete", Folder.POLICY.replace("is summarization", "is sumarization"));

        JsonNode json = new ObjectMapper()
                .readTree(Ran.mete("check", root, "--format", "json").out());
        Ran github = Ran.mete("check", root, "--format", "github");
        JsonNode sarif = new ObjectMapper()
                .readTree(Ran.mete("check", root, "--format=sarif").out());

        assertThat(json.at("/0/line").asInt()).isEqualTo(3);
        assertThat(json.at("/0/help").asText()).isEqualTo("did you mean `summarization`?");
        assertThat(github.out())
                .startsWith("::error file=" + folder.file("demo/policy.mete") + ",line=3,endLine=3,col=")
                .contains("%0Adid you mean `summarization`?\n");
        assertThat(sarif.at("/runs/0/results/0/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(3);
        assertThat(sarif.at("/runs/0/results/0/ruleId")).isEqualTo(sarif.at("/runs/0/tool/driver/rules/0/id"));
    }

    @Test
    void whatIsNotThereIsSaidInASentence() {
        assertThat(Ran.mete("check", folder.file("nope")).err()).startsWith("mete: there is nothing at ");
        folder.with("notes/a.txt", "");
        assertThat(Ran.mete("check", folder.file("notes")).err()).contains("has no policies");
    }
}
