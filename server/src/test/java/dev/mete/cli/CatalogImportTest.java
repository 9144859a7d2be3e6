package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CatalogImportTest {
    private static final Path MAPS = Path.of("..", "engine", "json", "src", "test", "resources", "price-maps");
    private static final Path LITELLM = MAPS.resolve("litellm.json");
    private static final Path GENAI = MAPS.resolve("genai-prices.json");

    @TempDir
    private Path root;

    private static Ran imported(Object... arguments) {
        var all = new java.util.ArrayList<Object>(List.of("catalog", "import"));
        all.addAll(List.of(arguments));
        return Ran.mete(all.toArray());
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private Path catalog() throws IOException {
        return Files.copy(MAPS.resolve("catalog.json"), root.resolve("catalog.json"));
    }

    @Test
    void theCatalogGoesToStandardOutputAndTheReportBesideIt() throws IOException {
        Ran ran = imported("litellm", LITELLM, "--date", "2026-11-20");

        assertThat(ran.exit()).isZero();
        assertThat(json(ran.out()).get("models")).hasSize(11);
        assertThat(json(ran.out()).get("as_of").asText()).isEqualTo("2026-11-20");
        assertThat(ran.err())
                .startsWith("LiteLLM price map: 23 entries read, 11 written\n")
                .contains("no API dialect is known", "groq/fast-1");
    }

    @Test
    void theContentTellsTheFormAndThatIsSaid() {
        Ran ran = imported(LITELLM);

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).startsWith("`" + LITELLM + "` is read as litellm, by its content\n");
    }

    @Test
    void theDayIsThatOfTheClock() throws IOException {
        var out = new StringWriter();
        Clock clock = Clock.fixed(Instant.parse("2027-02-03T04:05:06Z"), ZoneOffset.UTC);

        new CommandLine(new CatalogImport(clock))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute("litellm", LITELLM.toString());

        assertThat(json(out.toString()).get("as_of").asText()).isEqualTo("2027-02-03");
        assertThat(json(out.toString()).at("/models/0/sources/0/date").asText()).isEqualTo("2027-02-03");
    }

    @Test
    void patternsTakeSomeModelsAlone() throws IOException {
        Ran ran = imported("litellm", LITELLM, "--models", "openai/*", "alibaba/*");

        assertThat(json(ran.out()).get("models")).hasSize(3);
        assertThat(imported("litellm", LITELLM, "--models", "openai/sol-3"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "mete: no model of `" + LITELLM + "` fits `openai/sol-3`: did you mean `openai/sol-1`?\n"));
    }

    @Test
    void aProviderCanBeSpokenFor() throws IOException {
        Ran ran = imported("litellm", LITELLM, "--models", "groq/*", "--api", "groq=openai.chat");

        assertThat(json(ran.out()).at("/models/0/api").asText()).isEqualTo("openai.chat");
        assertThat(imported("litellm", LITELLM, "--api", "groq=openai.chatt").err())
                .contains("there is no API dialect `openai.chatt`: did you mean `openai.chat`?");
    }

    @Test
    void filesAreWrittenWhole() throws IOException {
        Path output = root.resolve("new.json");
        Path report = root.resolve("report.txt");

        Ran ran = imported("litellm", LITELLM, "--output", output, "--report", report);

        assertThat(ran).isEqualTo(new Ran(0, "", "LiteLLM price map: 23 entries read, 11 written\n"));
        assertThat(Ran.mete("catalog", "check", output).exit()).isZero();
        assertThat(report).content().contains("mistral/no-window\n", "mistral/no-output\n");
        assertThat(root.toFile().list()).hasSize(2);
    }

    @Test
    void whatCannotBeWrittenIsSaidAndLeavesNothingBehind() throws IOException {
        Path nowhere = root.resolve("no/new.json");

        Ran ran = imported("litellm", LITELLM, "--output", nowhere);

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("mete: the catalog cannot be written to `" + nowhere + "`: there is no such file");
        assertThat(root.toFile().list()).isEmpty();
    }

    @Test
    void aFullDiskIsSaid() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "only Linux has one");

        Ran ran = imported("litellm", LITELLM, "--output", full);

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("No space left on device");
    }

    @Test
    void pricesGoIntoACatalogInItsPlace() throws IOException {
        Path catalog = catalog();

        Ran ran = imported("genai-prices", GENAI, "--into", catalog, "--date", "2026-11-20");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith(
                        "genai-prices: 5 entries read, 3 found in the catalog\n      2  models of the catalog changed\n");
        assertThat(Files.readString(catalog)).contains("\"from\": \"2026-08-21\", \"input\": 4");
        String once = Files.readString(catalog);
        imported("genai-prices", GENAI, "--into", catalog, "--date", "2026-11-20");
        assertThat(catalog).hasContent(once);
    }

    @Test
    void aBrokenCatalogIsLeftAsItIs() throws IOException {
        Path broken = Files.writeString(root.resolve("catalog.json"), "{\"version\": 1, \"models\": [{}]}");

        Ran ran = imported("genai-prices", GENAI, "--into", broken);

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("the catalog cannot be used", "C0005");
        assertThat(broken).hasContent("{\"version\": 1, \"models\": [{}]}");
    }

    @Test
    void pricesAloneMakeNoCatalog() {
        Ran ran = imported("genai-prices", GENAI);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("there is no model to write", "--into");
    }

    @Test
    void whatCannotBeReadIsSaidInASentence() throws IOException {
        Path broken = Files.writeString(root.resolve("broken.json"), "{\n  \"a\": {\"mode\" \"chat\"}\n}\n");

        assertThat(imported("litellm", broken).err())
                .startsWith("mete: the price map `" + broken + "` cannot be read: line 2, column ")
                .hasLineCount(1);
        assertThat(imported("litellm", root.resolve("none")).exit()).isEqualTo(2);
        assertThat(imported("litelm", LITELLM).err()).contains("did you mean `litellm`?");
        assertThat(imported(Files.writeString(root.resolve("other.json"), "{}")).err())
                .contains("is of no form that is known");
        assertThat(imported("litellm", LITELLM, "--date", "today").err()).contains("`today` is no day");
    }
}
