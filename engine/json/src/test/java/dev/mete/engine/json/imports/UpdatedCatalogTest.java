package dev.mete.engine.json.imports;

import static dev.mete.engine.json.imports.Sample.entry;
import static dev.mete.engine.json.imports.Sample.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UpdatedCatalogTest {
    private static UpdatedCatalog of(PriceMap form) throws PriceMapFailure {
        return UpdatedCatalog.of(Sample.catalog(), Sample.models(form), Sample.DAY);
    }

    @Test
    void theResultIsACatalog() throws PriceMapFailure {
        for (PriceMap form : PriceMap.values()) {
            assertThat(CatalogJson.read(Source.of("catalog.json", of(form).text())))
                    .isInstanceOf(CatalogReading.Read.class);
        }
    }

    @Test
    void pricesOfPeriodsAndOfTimesOfTheDayAreTaken() throws PriceMapFailure {
        String text = of(PriceMap.GENAI_PRICES).text();

        assertThat(entry(text, "openai/sol-2").get("prices")).isEqualTo(json("""
                        [{"until": "2026-08-21", "input": 5, "cached_input": 0.5, "output": 30,
                          "above": [{"input_tokens": 272000, "input": 10, "output": 45}]},
                         {"from": "2026-08-21", "input": 4, "cached_input": 0.4, "output": 20}]"""));
        assertThat(entry(text, "deepseek/deepseek-v9-pro").get("prices")).isEqualTo(json("""
                        [{"until": "2026-08-17", "input": 0.435, "cached_input": 0.003625, "output": 0.87,
                          "daily": [{"from": "01:00", "until": "04:00", "input": 1.32, "output": 3.96},
                                    {"from": "06:00", "until": "10:00", "input": 1.32, "output": 3.96}]},
                         {"from": "2026-08-17", "input": 0.66, "output": 1.98,
                          "daily": [{"from": "01:00", "until": "04:00", "input": 1.32, "output": 3.96},
                                    {"from": "06:00", "until": "10:00", "input": 1.32, "output": 3.96}]}]"""));
        assertThat(entry(text, "deepseek/deepseek-v9-pro").get("deprecated").asBoolean())
                .isTrue();
    }

    @Test
    void allElseStaysAsItIsWritten() throws PriceMapFailure {
        List<String> before = Sample.catalog().text().lines().toList();
        List<String> after = of(PriceMap.GENAI_PRICES).text().lines().toList();

        assertThat(before.stream().filter(line -> !after.contains(line)))
                .allMatch(line -> line.contains("prices") || line.contains("\"sources\""))
                .hasSize(2);
    }

    @Test
    void aSourceStatesNoMoreWhatHasChanged() throws PriceMapFailure {
        assertThat(of(PriceMap.GENAI_PRICES).text()).contains("""
                              "sources": [
                                {"covers": ["id", "provider", "api", "name", "context_window", "output_limit", "thinking"], "source": "the provider", "date": "2026-05-01"},
                                {"covers": ["lifecycle"], "source": "an older list",   "date": "2026-05-01"},
                                {"covers": ["prices"], "source": "genai-prices", "date": "2026-11-20"}
                              ]
                        """);
    }

    @Test
    void anUndatedPriceThatIsTheOneOfTheDayChangesNothing() throws PriceMapFailure {
        var updated = of(PriceMap.GENAI_PRICES);

        assertThat(entry(updated.text(), "xai/other-name").get("prices")).hasSize(2);
        assertThat(updated.report().changed()).isEqualTo(2);
    }

    @Test
    void anUndatedPriceThatDiffersIsThatOfItsDayAlone() throws PriceMapFailure {
        String other = Sample.catalog().text().replace("\"input\": 2.0", "\"input\": 2.5");

        var updated =
                UpdatedCatalog.of(Source.of("catalog.json", other), Sample.models(PriceMap.GENAI_PRICES), Sample.DAY);

        assertThat(entry(updated.text(), "xai/other-name").get("prices")).isEqualTo(json("""
                        [{"until": "2026-05-01", "input": 3, "output": 9}, {"from": "2026-05-01", "input": 2, "output": 6}]"""));
        assertThat(updated.text()).contains("\"prices\"], \"source\": \"the provider\"");
        assertThat(updated.report().whole())
                .contains("those of other days or times stay\n           x-ai/grok-9 (xai/other-name)");
    }

    @Test
    void figuresOfALaterDayStay() throws PriceMapFailure {
        var updated =
                UpdatedCatalog.of(Sample.catalog(), Sample.models(PriceMap.GENAI_PRICES), LocalDate.of(2026, 4, 1));

        assertThat(entry(updated.text(), "openai/sol-2").get("prices")).hasSize(1);
        assertThat(updated.report().whole())
                .contains("of a later day, and was left as it is\n           openai/sol-2 (openai/sol-2: prices)");
    }

    @Test
    void whatTheFileDoesNotSayOfAFigureStays() throws PriceMapFailure {
        var updated = of(PriceMap.LITELLM);

        assertThat(entry(updated.text(), "openai/sol-2").get("lifecycle"))
                .isEqualTo(json("{\"deprecated\": \"2027-03-01\", \"retired\": \"2028-01-01\"}"));
        assertThat(entry(updated.text(), "openai/sol-2").at("/thinking/levels")).hasSize(2);
        assertThat(updated.report().whole())
                .contains("sol-2 (output_limit 100000, in the file 128000)")
                .contains("deepseek/deepseek-v9-pro\n", "mistral/small-1\n");
    }

    @Test
    void whatTheCatalogSaysOfAnEndGoesBefore() throws PriceMapFailure {
        for (String known : List.of(
                "\"lifecycle\": {\"retired\": \"2027-01-01\"}",
                "\"lifecycle\": {\"deprecated\": \"2026-01-01\"}",
                "\"deprecated\": true")) {
            String other = Sample.catalog().text().replace("\"lifecycle\": {\"retired\": \"2028-01-01\"}", known);

            var updated =
                    UpdatedCatalog.of(Source.of("catalog.json", other), Sample.models(PriceMap.LITELLM), Sample.DAY);

            assertThat(updated.text()).contains(known + ",\n");
            assertThat(updated.report().whole()).contains("2027-03-01)\n");
        }
    }

    @Test
    void aModelThatARuleFitsButDoesNotNameIsLeftAsItIs() throws PriceMapFailure {
        String other = Sample.catalog().text().replace("deepseek-v9-pro", "deepseek-v9-9-pro");

        var updated =
                UpdatedCatalog.of(Source.of("catalog.json", other), Sample.models(PriceMap.GENAI_PRICES), Sample.DAY);

        assertThat(entry(updated.text(), "deepseek/deepseek-v9-9-pro").has("prices"))
                .isFalse();
        assertThat(updated.report().whole())
                .contains("does not name it: not taken\n           deepseek/v9 (deepseek/deepseek-v9-9-pro)\n");
    }

    @Test
    void aPriceThatTheFileDoesNotSayStaysOrIsReported() throws PriceMapFailure {
        String other = Sample.catalog().text().replace("\"cached_input\": 0.5", "\"cache_write\": 0.5");
        var catalog = Source.of("catalog.json", other);

        var undated = UpdatedCatalog.of(catalog, Sample.models(PriceMap.LITELLM), Sample.DAY);
        var dated = UpdatedCatalog.of(catalog, Sample.models(PriceMap.GENAI_PRICES), Sample.DAY);

        assertThat(undated.report().whole())
                .contains("was left as it is\n           sol-2 (openai/sol-2: cache_write)");
        assertThat(entry(undated.text(), "openai/sol-2").get("prices").findValuesAsText("cache_write"))
                .containsExactly("0.5");
        assertThat(dated.report().whole()).contains("is gone\n           openai/sol-2 (openai/sol-2: cache_write)");
    }
}
