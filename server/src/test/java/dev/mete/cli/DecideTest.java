package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DecideTest {
    private static final String FEATURES = "{\"type\": \"chat\", \"input_tokens\": 100}";

    @TempDir
    private Path root;

    private Folder folder;
    private Path task;

    @BeforeEach
    void write() {
        folder = Folder.of(root);
        task = folder.write("task.json", "{\"task\": " + FEATURES + "}");
    }

    @Test
    void aTaskIsDecidedForPeople() {
        Ran ran = Ran.mete("decide", folder.file("demo"), task);

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .startsWith("anthropic/claude-haiku-4-5, effort none, cap 600 tokens (0 thinking)\n")
                .contains("bucket maybe, rule \"otherwise\"");
    }

    @Test
    void aTaskIsDecidedForPrograms() {
        Ran ran = Ran.mete("decide", folder.file("demo/policy.mete"), task, "--format", "json");

        assertThat(ran.out())
                .startsWith("{\"decision_id\":")
                .contains("\"token_cap\":600")
                .endsWith("}\n");
    }

    @Test
    void featuresAloneAreATaskToo() {
        Path alone = folder.write("alone.json", FEATURES);

        assertThat(Ran.mete("decide", folder.file("demo"), alone).out()).contains("cap 600");
    }

    @Test
    void anExplanationSaysWhy() {
        Ran ran = Ran.mete("decide", folder.file("demo"), task, "--explain");

        assertThat(ran.out())
                .contains("no  long answers are cut", "output_tokens > 4_000: output_tokens is 500", "yes otherwise");
    }

    @Test
    void whereThinkingIsNotKnownTheCostIsShownAtWorst() {
        Path policy = folder.write("deep/policy.mete", """
                policy deep
                models { deep = "anthropic/claude-opus-4-8" }
                otherwise deep, effort high, cap 9_000
                """);

        assertThat(Ran.mete("decide", policy, task).out()).contains("expected: at worst $0.2255\n");
    }

    @Test
    void aTaskThatDoesNotFitIsSaidToInFull() {
        Path wrong = folder.write("wrong.json", "{\"typ\": \"chat\", \"error_cost\": 5}");

        Ran ran = Ran.mete("decide", folder.file("demo"), wrong);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "no decision: 4 things are wrong",
                        "T0001 /typ: unknown feature `typ`",
                        "did you mean `type`?",
                        "`error_cost` needs a unit");
    }

    @Test
    void textThatIsNoJsonIsSaidWithItsPlace() {
        Path cut = folder.write("cut.json", "{\"task\":\n{\"type\":");

        Ran ran = Ran.mete("decide", folder.file("demo"), cut);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).startsWith("no decision: ").contains("at line 2, column 9");
        assertThat(Ran.mete("decide", folder.file("demo"), folder.write("empty.json", ""))
                        .out())
                .contains("the body is empty");
    }

    @Test
    void linesAreAnsweredLineByLineInOrderAndABadOneEndsNothing() throws Exception {
        Path lines = folder.write(
                "lines.txt", "%s%n{\"task\": %s}%n%n{\"type\":%n%s".formatted(FEATURES, FEATURES, FEATURES));

        try (var mete = MeteProcess.startWith(lines, "decide", folder.file("demo"), "-", "--explain")) {
            assertThat(mete.exit()).isEqualTo(1);
            assertThat(mete.lines()).hasSize(4);
            assertThat(List.of(0, 1, 3))
                    .allSatisfy(line -> assertThat(mete.lines().get(line))
                            .startsWith("{\"decision_id\":")
                            .contains("\"token_cap\":600", "\"explanation\":"));
            assertThat(mete.lines().get(2)).contains("\"type\":\"/docs#malformed-json\"");
        }
    }

    @Test
    void aTaskFromStandardInputMaySpreadOverLines() throws Exception {
        try (var mete = MeteProcess.startWith(
                folder.write("spread.txt", "{\n" + FEATURES.substring(1)), "decide", folder.file("demo"), "-")) {
            assertThat(mete.exit()).isZero();
            assertThat(mete.lines()).first().asString().startsWith("anthropic/claude-haiku-4-5, effort none, cap 600");
        }
    }

    @Test
    void aPolicyThatDoesNotLoadIsSaidToInFull() {
        folder.with("demo/policy.mete", Folder.POLICY.replace("effort none", "effort nine"));

        Ran ran = Ran.mete("decide", folder.file("demo"), task);

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains(
                        "effort nine",
                        "^^^^",
                        "mete: the policy `" + folder.file("demo") + "` does not load: 2 errors");
    }

    @Test
    void aFileOutsideOfAPolicyFolderIsAPolicyToo() {
        Path file = folder.write("drafts/draft.mete", Folder.POLICY.replace("600", "700"));

        assertThat(Ran.mete("decide", file, task).out()).contains("cap 700");
    }

    @Test
    void whatIsNotThereIsSaidInASentence() {
        assertThat(Ran.mete("decide", folder.file("nope"), task))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "mete: there is no policy `" + folder.file("nope") + "`: name a policy's file or folder\n"));
        assertThat(Ran.mete("decide", folder.file("demo"), folder.file("nope.json"))
                        .err())
                .contains("there is no file");
        assertThat(Ran.mete("decide", folder.file("demo"), folder.file("demo")).exit())
                .isEqualTo(2);
        assertThat(Ran.mete("decide", folder.file("demo"), task, "--catalog", folder.file("no.json"))
                        .exit())
                .isEqualTo(2);
    }
}
