package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProveTest {
    private static final String POLICY = """
            policy proved
            models {
              fast = "anthropic/claude-haiku-4-5"
              deep = "anthropic/claude-opus-4-8"
            }
            rule "costly" when error_cost >= $100 then deep, effort high, cap 9_000
            rule "very costly" when error_cost >= $1_000 then deep, effort high, thinking 8_000, cap 12_000
            rule "chats" when type is chat then fast, effort none, cap 600
            otherwise fast, effort none, cap 800
            limit cap <= 5_000 when tools > 10 because "tools"
            """;

    @TempDir
    private Path root;

    private Path policy;

    @BeforeEach
    void write() {
        policy = Folder.of(root).with("proved/policy.mete", POLICY).file("proved");
    }

    @Test
    void saysWhichRuleNoTaskComesToAndWhatFallsThrough() {
        Ran ran = Ran.mete("prove", policy);

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("the rule \"very costly\" (", "proved/policy.mete:7)", "    covered by \"costly\"")
                .contains("What falls through to `otherwise`\n  type is not chat and error_cost < $100\n");
    }

    @Test
    void aClaimThatHoldsIsProved() {
        Ran ran = Ran.mete("prove", policy, "effort is none when error_cost < $100", "cap <= 9_000");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("holds  ensure effort is none when error_cost < $100", "holds  ensure cap <= 9_000");
    }

    @Test
    void aClaimThatFailsIsShownByATask() {
        Ran ran = Ran.mete("prove", policy, "effort >= high when error_cost >= $500");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains("fails  ensure effort >= high when error_cost >= $500", "given   ", "rule    \"costly\"");
    }

    @Test
    void programsGetATaskThatDecideTakes() {
        Ran ran = Ran.mete("prove", policy, "model is not deep", "--format", "json");

        assertThat(ran.exit()).isEqualTo(1);
        String task = ran.out().replaceFirst("(?s).*?\"task\":(\\{[^}]*}).*", "$1");
        Path file = new Folder(root).write("task.json", task);
        Ran decided = Ran.mete("decide", policy, file);
        assertThat(decided.err()).isEmpty();
        assertThat(decided.out()).startsWith("anthropic/claude-opus-4-8, effort ");
    }

    @Test
    void whatIsNoClaimIsSaidToBeNone() {
        Ran ran = Ran.mete("prove", policy, "effort >= hgh");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("error[M0102]: `effort` has no value `hgh`", "did you mean `high`?", "is no claim about");
    }

    @Test
    void aPolicyWhoseClaimFailsDoesNotLoad() {
        new Folder(root).write("proved/policy.mete", POLICY + "ensure effort <= low when stream because \"bills\"\n");

        Ran ran = Ran.mete("check", policy);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains("error[M0701]: this does not hold for every task: the rule `costly` decides one otherwise")
                .contains("ensure effort <= low when stream because \"bills\"")
                .contains("it gets model anthropic/claude-opus-4-8, effort high");
    }
}
