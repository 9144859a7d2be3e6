package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiffTest {
    private static final String OLD = """
            policy compared
            models {
              fast = "anthropic/claude-haiku-4-5"
              deep = "anthropic/claude-opus-4-8"
            }
            let costly = error_cost >= $100
            bucket use when costly
            rule "costly" when costly then deep, effort high, cap 9_000
            rule "chats" when type is chat then fast, effort none, cap 600
              fallback deep, effort none, cap 600
            rule "sums" when type is math then fast, effort low, cap 4_000
            otherwise fast, effort none, cap 800
            limit cap <= 5_000 when tools > 10 because "tools"
            """;

    @TempDir
    private Path root;

    private Path old;

    @BeforeEach
    void write() {
        old = Folder.of(root).with("old/compared/policy.mete", OLD).file("old/compared");
    }

    private Ran diff(String text, String... options) {
        Path now = new Folder(root).with("now/compared/policy.mete", text).file("now/compared");
        var args = new java.util.ArrayList<Object>(java.util.List.of("diff", old, now));
        args.addAll(java.util.List.of(options));
        return Ran.mete(args.toArray());
    }

    @Test
    void otherWordsForTheSameChangeNothing() {
        String same = OLD.replace("costly =", "dear =")
                .replace("when costly", "when dear")
                .replace("rule \"costly\"", "rule \"dear ones\"")
                .replace("type is chat", "type in [chat]")
                .replace("error_cost >= $100", "not (error_cost < $100)");

        Ran ran = diff(same);

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEqualTo("compared: every task is decided as before\n");
    }

    @Test
    void rulesThatNoTaskHasInCommonMayChangePlaces() {
        String chats = "rule \"chats\" when type is chat then fast, effort none, cap 600\n"
                + "  fallback deep, effort none, cap 600\n";
        String sums = "rule \"sums\" when type is math then fast, effort low, cap 4_000\n";

        assertThat(diff(OLD.replace(chats + sums, sums + chats)).exit()).isZero();
    }

    @Test
    void aLaterThresholdIsShownWhereItChangesDecisions() {
        Ran ran = diff(OLD.replace("error_cost >= $100", "error_cost >= $250"));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "bucket use -> maybe\n  error_cost >= $100 and error_cost < $250\n",
                        "rule \"costly\" -> rule \"chats\"\n  type is chat and error_cost >= $100 and error_cost < $250\n"
                                + "    was      model anthropic/claude-opus-4-8, effort high, ",
                        "    now      model anthropic/claude-haiku-4-5, effort none, cap 600, bucket maybe\n"
                                + "    such as  type chat, error_cost $100");
    }

    @Test
    void anotherFallbackIsAnotherDecision() {
        Ran ran = diff(OLD.replace("fallback deep, effort none, cap 600", "fallback deep, effort low, cap 2_600"));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "rule \"chats\"\n",
                        "fallback model anthropic/claude-opus-4-8, effort none, cap 600",
                        "fallback model anthropic/claude-opus-4-8, effort low, thinking");
    }

    @Test
    void aReviewGetsATable() {
        Ran ran = diff(OLD.replace("cap 800", "cap 900"), "--format", "markdown");

        assertThat(ran.out())
                .startsWith("### `compared`: 1 region of tasks is decided otherwise\n")
                .contains(
                        "**otherwise**\n\n| tasks | before | after | such as |\n|---|---|---|---|\n",
                        "`type not in [chat, math] and error_cost < $100`");
    }

    @Test
    void programsGetTasksToDecide() {
        Ran ran = diff(OLD.replace("cap 800", "cap 900"), "--format", "json");

        assertThat(ran.out())
                .contains("\"same\":false", "\"rule_before\":\"otherwise\"", "\"each\":", "\"task\":{\"type\":");
        String task = ran.out().replaceFirst("(?s).*?\"task\":(\\{[^}]*}).*", "$1");
        Path file = new Folder(root).write("task.json", task);
        assertThat(Ran.mete("decide", old, file).out()).contains("cap 800");
        assertThat(Ran.mete("decide", root.resolve("now/compared"), file).out()).contains("cap 900");
    }

    @Test
    void whatATaskHasToGiveIsPartOfThePolicy() {
        Ran ran = diff(OLD.replace("let costly", "features { team : text }\nlet costly")
                .replace("when costly\nrule", "when costly or team = \"x\"\nrule"));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("`team` is new");
    }

    @Test
    void policiesWithoutATaskInCommonAreNotCompared() {
        Ran ran = diff(OLD.replace("let costly", "features { error_cost : tokens }\nlet costly")
                .replace("$100", "100"));

        assertThat(ran.exit()).isEqualTo(2);
    }

    @Test
    void aPolicyThatDoesNotLoadIsSaidToInFull() {
        Ran ran = diff("policy compared\n");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("error[", "does not load");
    }
}
