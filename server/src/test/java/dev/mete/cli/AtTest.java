package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that go by the prices of a moment. */
final class AtTest {
    private static final String MODEL = """
            {"id": "acme/%1$s", "provider": "acme", "api": "openai.chat", "name": "%1$s", "context_window": 100000, "output_limit": 10000,
             "prices": %2$s, "sources": [{"covers": ["id", "provider", "api", "name", "context_window", "output_limit", "thinking", "prices"],
             "source": "the maker", "date": "2026-11-22"}]}""";
    private static final String POLICY = """
            policy demo
            models {
              rising = "acme/rising"
              steady = "acme/steady"
            }
            otherwise cheapest of
              rising, effort none, cap 1_000
              steady, effort none, cap 1_000
            test "the cheaper one of the catalog's day"
              given  type chat, input_tokens 100
              expect model rising
            """;

    @TempDir
    private Path root;

    private Path task;

    @BeforeEach
    void write() throws IOException {
        String rising = "[{\"until\": \"2027-01-01\", \"input\": 1, \"output\": 1},"
                + " {\"from\": \"2027-01-01\", \"input\": 3, \"output\": 3}]";
        Files.writeString(
                root.resolve("catalog.json"),
                "{\"version\": 1, \"as_of\": \"2026-11-22\", \"models\": ["
                        + MODEL.formatted("rising", rising)
                        + ", "
                        + MODEL.formatted("steady", "[{\"input\": 2, \"output\": 2}]")
                        + "]}");
        Files.createDirectories(root.resolve("demo"));
        Files.writeString(root.resolve("demo/policy.mete"), POLICY);
        task = Files.writeString(root.resolve("task.json"), "{\"type\": \"chat\", \"input_tokens\": 100}");
    }

    @Test
    void aTaskIsDecidedAtThePricesOfTheMoment() {
        assertThat(decided("2026-12-31T23:59:59Z"))
                .startsWith("acme/rising, effort none")
                .contains("cheapest of 2 candidates, of which 2 qualified", "expected: $0.0006 (at worst $0.0011)");
        assertThat(decided("2027-01-01"))
                .startsWith("acme/steady, effort none")
                .contains("expected: $0.0012 (at worst $0.0022)");
    }

    @Test
    void anExplanationShowsTheCandidatesSideBySide() {
        assertThat(Ran.mete("decide", root.resolve("demo"), task, "--at", "2027-01-01", "--explain")
                        .out())
                .containsPattern("candidates:\n +model +effort +cost")
                .containsPattern(" +acme/rising +none +\\$0.0018")
                .containsPattern(" > +acme/steady +none +\\$0.0012");
    }

    @Test
    void testsAreDecidedAtThePricesOfTheCatalogsDayWhateverTheMoment() {
        assertThat(Ran.mete("test", root).out()).isEqualTo("demo: 1 case passed\n");
        assertThat(Ran.mete("check", root, "--at", "2027-01-01").exit()).isZero();
    }

    @Test
    void whatIsNoMomentIsSaidInASentence() {
        assertThat(Ran.mete("decide", root.resolve("demo"), task, "--at", "tomorrow"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "mete: `tomorrow` is no time: write a day as 2027-01-01, or a moment as 2027-01-01T02:00:00Z\n"));
    }

    private String decided(String moment) {
        return Ran.mete("decide", root.resolve("demo"), task, "--at", moment).out();
    }
}
