package dev.mete.engine.json.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReadPriceMapTest {
    private static final ReadPriceMap READER = new ReadPriceMap(Map.of());

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("prices.json"), text);
    }

    @ParameterizedTest
    @EnumSource
    void theContentTellsTheForm(PriceMap form) throws PriceMapFailure {
        assertThat(READER.guess(Sample.file(form))).contains(form);
    }

    @Test
    void whatHasNoTellingFieldIsOfNoForm() throws IOException, PriceMapFailure {
        assertThat(READER.guess(file("{\"models\": [{\"price\": 1}]}"))).isEmpty();
    }

    @Test
    void theFormsThatAreServedAreReadToo() throws IOException, PriceMapFailure {
        var modelsDev = READER.read(file("""
                        {"anthropic": {"id": "anthropic", "env": ["KEY"], "models": {"a-1": {"id": "a-1", "reasoning": false,
                          "modalities": {"output": ["text"]}, "limit": {"context": 10, "output": 5}}}}}"""), PriceMap.MODELS_DEV);
        var genai = READER.read(
                file("[{\"id\": \"openai\", \"name\": \"O\", \"models\": [{\"id\": \"a\", \"prices\": {}}, 7]}]"),
                PriceMap.GENAI_PRICES);

        assertThat(NewCatalog.of(modelsDev, Sample.DAY).report().taken()).isEqualTo(1);
        assertThat(genai.size()).isEqualTo(2);
    }

    @Test
    void aMistakeInTheJsonHasItsPlace() throws IOException {
        Path broken = file("{\n  \"a\": {\"mode\": \"chat\",\n  \"b\" 1}}");

        assertThatThrownBy(() -> READER.read(broken, PriceMap.LITELLM))
                .isInstanceOf(PriceMapFailure.class)
                .hasMessageStartingWith("line 3, column ")
                .hasMessageContaining("not valid JSON");
    }

    @Test
    void aFieldThatIsThereTwiceIsAMistake() throws IOException {
        Path twice = file("{\"a\": {\"mode\": \"chat\", \"mode\": \"image\"}}");

        assertThatThrownBy(() -> READER.read(twice, PriceMap.LITELLM)).hasMessageContaining("uplicate");
    }

    @Test
    void whatIsBeyondALimitIsRefused() throws IOException {
        Path deep = file("{\"a\": " + "[".repeat(100) + "]".repeat(100) + "}");

        assertThatThrownBy(() -> READER.read(deep, PriceMap.LITELLM)).hasMessageContaining("32 levels deep");
        assertThatThrownBy(() -> new ReadPriceMap(Map.of(), 10_000)
                        .read(file("{" + " ".repeat(100_000) + "}"), PriceMap.LITELLM))
                .hasMessageContaining("64 MiB");
    }

    @Test
    void anotherShapeIsRefused() {
        for (String text : List.of("[]", "5", "", "{} {}", "{\"providers\": {\"openai\": []}}")) {
            assertThatThrownBy(() -> READER.read(file(text), PriceMap.MODELS_DEV))
                    .isInstanceOf(PriceMapFailure.class);
        }
        assertThatThrownBy(() -> READER.read(file("[{\"models\": []}]"), PriceMap.GENAI_PRICES))
                .hasMessageContaining("before its `id`");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Path bytes = Files.write(folder.resolve("bytes.json"), "{\"é\": 1}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> READER.read(bytes, PriceMap.LITELLM)).isInstanceOf(PriceMapFailure.class);
        assertThatThrownBy(() -> READER.read(folder.resolve("none"), PriceMap.LITELLM))
                .hasMessage("there is no such file");
        assertThatThrownBy(() -> READER.read(folder, PriceMap.LITELLM)).hasMessage("it is no file");
    }

    @Test
    void patternsFitIdsAndNames() throws PriceMapFailure {
        var models = Sample.models(PriceMap.LITELLM);

        assertThat(models.matching(List.of("alibaba/*", "sol-1")).size()).isEqualTo(2);
        assertThat(models.matching(List.of()).size()).isEqualTo(models.size());
        assertThat(models.nearest("openai/sol-3")).contains("openai/sol-1");
    }
}
