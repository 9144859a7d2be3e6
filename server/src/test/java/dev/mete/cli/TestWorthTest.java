package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tests are worth: what they cover, which changes they notice, and the cases that are missing. */
final class TestWorthTest {
    private static final String POLICY = """
            policy worth
            models {
              fast = "anthropic/claude-haiku-4-5"
              deep = "anthropic/claude-opus-4-8"
            }
            rule "costly" when error_cost >= $100 and type is not chat then deep, effort high, cap 9_000
            rule "never" when error_cost >= $200 and type is sql then deep, effort high, cap 8_000
            otherwise fast, effort none, cap 800
              fallback deep, effort none, cap 700
            limit cap <= 500 when tools > 10 because "tools"
            test "a cheap chat"
              given type chat, error_cost $1, input_tokens 100
              expect model fast, cap 800
            """;

    @TempDir
    private Path root;

    private Path policy;

    @BeforeEach
    void write() {
        policy = Folder.of(root).with("worth/policy.mete", POLICY).file("worth");
    }

    @Test
    void coverageSaysWhatNoCaseReaches() {
        Ran ran = Ran.mete("test", policy, "--coverage");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains(
                        "covered: rules 1 of 3, bucket lines 0 of 0, fallbacks 1 of 1, limits 0 of 1, sides of conditions 3 of 10\n",
                        "worth/policy.mete:6  no case is decided by `costly`\n",
                        "worth/policy.mete:6  `error_cost >= $100` holds in no case\n",
                        "worth/policy.mete:10  the limit `tools` lowers nothing in any case\n");
    }

    @Test
    void tooLittleCoverageEndsWithOne() {
        assertThat(Ran.mete("test", policy, "--min-coverage", "20").exit()).isZero();
        assertThat(Ran.mete("test", policy, "--min-coverage", "80").exit()).isEqualTo(1);
        assertThat(Ran.mete("test", policy, "--min-coverage", "101").exit()).isEqualTo(2);
    }

    @Test
    void programsGetCoverageAsJsonAndAsLcov() throws IOException {
        Path lcov = root.resolve("lcov.info");

        Ran ran = Ran.mete("test", policy, "--coverage", "--format", "json", "--lcov", lcov);

        assertThat(ran.out())
                .contains(
                        "\"coverage\":{\"percent\":", "\"rule\":{\"reached\":1,\"all\":3}", "\"missing\":[{\"kind\":");
        assertThat(Files.readString(lcov))
                .contains("SF:", "worth/policy.mete\n", "DA:6,0\n", "DA:8,1\n", "BRF:10\nBRH:3\n", "end_of_record\n");
    }

    @Test
    void generatedCasesCoverWhatATaskCanReach() throws IOException {
        Path fixture = policy.resolve("fixtures/made.yaml");
        Files.createDirectories(fixture.getParent());

        assertThat(Ran.mete("test", policy, "--generate", fixture).exit()).isZero();

        assertThat(Files.readString(fixture))
                .contains(
                        "# no task reaches it: no case is decided by `never` (",
                        "policy: worth\n",
                        "error_cost: $99.999999999",
                        "tools: 10.000001");
        Ran again = Ran.mete("test", policy, "--coverage");
        assertThat(again.exit()).isZero();
        assertThat(again.out())
                .contains("rules 2 of 3", "limits 1 of 1")
                .doesNotContain("holds in no case\n  ")
                .contains("no case is decided by `never`");
    }

    @Test
    void mutantsThatNoCaseNoticesAreShownWithATask() {
        Ran ran = Ran.mete("test", policy, "--mutate");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "the rule `costly` is gone".replace("the rule", "rule"),
                        "the limit `tools` is gone",
                        "`>=` became `>` in `error_cost >= $100`",
                        "    given  type ",
                        "decide every task alike");
        // what no task comes to can change as it likes
        assertThat(ran.out()).doesNotContain("rule `never` is gone");
    }

    @Test
    void casesForEachBoundNoticeMostMutants() throws IOException {
        Path fixture = policy.resolve("fixtures/made.yaml");
        Files.createDirectories(fixture.getParent());
        Ran.mete("test", policy, "--generate", fixture);

        Ran ran = Ran.mete("test", policy, "--mutate");

        // a bound behind the deciding one is of no task, and its opposite of many
        assertThat(ran.out()).contains(", 1 survived\n").doesNotContain("not decided");
    }
}
