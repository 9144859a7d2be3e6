package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what Mete says. */
final class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Path SHIPPED = ROOT.resolve("rules");

    @TempDir
    private Path folder;

    @Test
    void theAnswerIsThatOfTheShippedPolicy() throws IOException {
        Path task = Files.writeString(folder.resolve("task.json"), shown("-d '(.*?)'"));

        var decided = Ran.mete("decide", SHIPPED.resolve("coding-assistant"), task, "--format", "json");

        assertThat(decided.exit()).isZero();
        assertThat(lasting(decided.out())).isEqualTo(lasting(shown("```json\n(.*?)```")));
    }

    @Test
    void thePolicyPassesItsTest() throws IOException {
        save(shown("```mete\n(.*?)```"));

        var tested = Ran.mete("test", rules());

        assertThat(tested.out()).isEqualTo("helpdesk: 1 case passed\n");
    }

    @Test
    void theMistakesAreShownSo() throws IOException {
        save(shown("```mete\n(.*?)```")
                .replace("latency_tolerance >= 20s", "latency_tolerence >= 20s")
                .replace("effort high", "effort hihg"));

        var checked = Ran.mete("check", rules());

        assertThat(checked.out()).startsWith(shown("```text\n(.*?)```"));
    }

    @Test
    void theCommandsAreTheCommands() throws IOException {
        var shown = all("\\| `./mete (\\w+)").map(found -> found.group(1)).toList();

        assertThat(shown)
                .containsExactlyElementsOf(Main.commandLine().getSubcommands().keySet());
    }

    @Test
    void theLinksLeadSomewhere() throws IOException {
        List<String> links =
                all("\\]\\(([^)#]+)[)#]").map(found -> found.group(1)).toList();

        assertThat(links)
                .hasSizeGreaterThan(10)
                .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
    }

    private Path rules() {
        return folder.resolve("rules");
    }

    private void save(String policy) throws IOException {
        Path helpdesk = Files.createDirectories(rules().resolve("helpdesk"));
        Files.writeString(helpdesk.resolve("policy.mete"), policy);
        Files.copy(SHIPPED.resolve("catalog.json"), rules().resolve("catalog.json"));
    }

    /** A decision without what is another at each call or edit. */
    private static ObjectNode lasting(String decision) throws IOException {
        var read = (ObjectNode) new ObjectMapper().readTree(decision);
        return read.without(List.of("decision_id", "revision", "catalog"));
    }

    private static String shown(String pattern) throws IOException {
        return all(pattern).findFirst().orElseThrow().group(1);
    }

    private static Stream<MatchResult> all(String pattern) throws IOException {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")))
                .results();
    }
}
