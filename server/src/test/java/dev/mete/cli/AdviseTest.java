package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdviseTest {
    private static final Path ROOT = Path.of("..");
    private static final Path CATALOG = ROOT.resolve("rules/catalog.json");
    private static final Path LOG = ROOT.resolve("examples/advise/log.ndjson");
    private static final String CALL =
            "{\"task\": {}, \"decision\": {\"rule\": \"r\", \"model\": \"openai/gpt-5.5\", \"effort\": \"high\"}, \"outcome\": {\"success\": true}}\n";

    @TempDir
    private Path root;

    @Test
    void theExampleIsAdvisedAsItsPageShows() throws IOException {
        Ran ran = advise(LOG, "--policy", ROOT.resolve("rules/coding-assistant"), "--at", "2026-11-22");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        String page = Files.readString(ROOT.resolve("docs/advise.md"));
        assertThat(page)
                .contains("```text\n" + ran.out().replace(LOG.toString(), "examples/advise/log.ndjson") + "```");
    }

    @Test
    void programsReadJson() throws IOException {
        JsonNode advice = new ObjectMapper()
                .readTree(advise(LOG, "--per-day", 1_000, "--format", "json").out());

        assertThat(advice.at("/calls_per_day").asLong()).isEqualTo(1_000);
        assertThat(advice.at("/findings/0/kind").asText()).isNotEmpty();
        assertThat(advice.at("/findings/0/per_year/low").isNumber()).isTrue();
    }

    @Test
    void aLineThatIsLeftOutEndsAStrictRunWithOne() throws IOException {
        Path log = log(CALL + "nothing\n");

        assertThat(advise(log).exit()).isZero();
        Ran strict = advise(log, "--strict");
        assertThat(strict.exit()).isEqualTo(1);
        assertThat(strict.out()).contains("1 line was left out", "line 2: it is no JSON", "nothing to advise");
    }

    @Test
    void aLogWithoutACallCannotBeRead() throws IOException {
        Ran empty = advise(log(""));
        assertThat(empty.exit()).isEqualTo(2);
        assertThat(empty.err()).startsWith("mete: there is no call in `").contains("write one call a line");
        assertThat(advise(root.resolve("none")).err()).contains("there is no file `");
        assertThat(advise(root).err()).contains("cannot be read");
    }

    @Test
    void settingsThatMeanNothingAreSaid() throws IOException {
        Path log = log(CALL);
        assertThat(advise(log, "--margin", "0").err()).contains("--margin is 0.0");
        assertThat(advise(log, "--attempts", "0").err()).contains("--attempts is 0");
        assertThat(advise(log, "--per-day", "0").err()).contains("--per-day is 0");
    }

    private Path log(String text) throws IOException {
        return Files.writeString(root.resolve("log.ndjson"), text);
    }

    private static Ran advise(Path log, Object... more) {
        var arguments = new ArrayList<Object>(List.of("advise", log, "--catalog", CATALOG));
        arguments.addAll(List.of(more));
        return Ran.mete(arguments.toArray());
    }
}
