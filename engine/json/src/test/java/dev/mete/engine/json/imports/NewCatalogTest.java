package dev.mete.engine.json.imports;

import static dev.mete.engine.json.imports.Sample.entry;
import static dev.mete.engine.json.imports.Sample.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class NewCatalogTest {
    private static NewCatalog of(PriceMap form) throws PriceMapFailure {
        return NewCatalog.of(Sample.models(form), Sample.DAY);
    }

    @ParameterizedTest
    @EnumSource(names = {"LITELLM", "MODELS_DEV"})
    void whatIsWrittenIsACatalog(PriceMap form) throws PriceMapFailure {
        String text = of(form).text();

        assertThat(CatalogJson.read(Source.of("catalog.json", text))).isInstanceOf(CatalogReading.Read.class);
        assertThat(json(text).get("as_of").asText()).isEqualTo("2026-11-20");
    }

    @Test
    void aPricePerTokenIsAnExactPricePerMillion() throws PriceMapFailure {
        JsonNode model = entry(of(PriceMap.LITELLM).text(), "openai/sol-2");

        assertThat(model.get("prices")).isEqualTo(json("""
                        [{"input": 2.5, "cached_input": 0.25, "output": 15,
                          "above": [{"input_tokens": 272000, "input": 5, "output": 22.5}]}]"""));
        assertThat(model.get("service_tiers")).isEqualTo(json("{\"batch\": 0.5, \"priority\": 2}"));
        assertThat(model.get("lifecycle")).isEqualTo(json("{\"deprecated\": \"2027-03-01\"}"));
        assertThat(model.get("api").asText()).isEqualTo("openai.responses");
        assertThat(entry(of(PriceMap.LITELLM).text(), "anthropic/haiku-1").get("service_tiers"))
                .isEqualTo(json("{\"fast\": 2}"));
        assertThat(entry(of(PriceMap.LITELLM).text(), "openai/sol-1").get("api").asText())
                .isEqualTo("openai.chat");
    }

    @Test
    void tokensWrittenAsAFloatAreTokens() throws PriceMapFailure {
        JsonNode model = entry(of(PriceMap.LITELLM).text(), "openai/sol-1");

        assertThat(model.get("context_window").isInt()).isTrue();
        assertThat(model.get("context_window").asInt()).isEqualTo(128_000);
    }

    @Test
    void theWindowOfLiteLlmSaysWhatItIsMadeOf() throws PriceMapFailure {
        JsonNode model = entry(of(PriceMap.LITELLM).text(), "openai/sol-1");

        assertThat(model.at("/sources/1/covers/0").asText()).isEqualTo("context_window");
        assertThat(model.at("/sources/1/source").asText()).contains("max_input_tokens");
        assertThat(model.get("sources"))
                .allSatisfy(source -> assertThat(source.get("date").asText()).isEqualTo("2026-11-20"));
    }

    @Test
    void rangesOfTheInputArePricesOfTheWholeCall() throws PriceMapFailure {
        assertThat(entry(of(PriceMap.LITELLM).text(), "alibaba/plus-1").get("prices"))
                .isEqualTo(json("""
                        [{"input": 0.4, "output": 1.2, "reasoning": 4,
                          "above": [{"input_tokens": 256000, "input": 1.2, "output": 3.6, "reasoning": 12}]}]"""));
    }

    @Test
    void aPriceOfThinkingThatIsThatOfTheOutputIsNone() throws PriceMapFailure {
        assertThat(entry(of(PriceMap.LITELLM).text(), "openai/sol-1")
                        .at("/prices/0")
                        .has("reasoning"))
                .isFalse();
    }

    @Test
    void anOlderNameOfTheCachesPriceIsRead() throws PriceMapFailure {
        assertThat(entry(of(PriceMap.LITELLM).text(), "deepseek/deepseek-old")
                        .at("/prices/0/cached_input")
                        .decimalValue())
                .isEqualByComparingTo("0.014");
    }

    @Test
    void signsThatAnIdCannotHaveBecomePoints() throws PriceMapFailure {
        JsonNode model = entry(of(PriceMap.LITELLM).text(), "openrouter/maker.free-1:free");

        assertThat(model.get("name").asText()).isEqualTo("maker/Free-1:free");
        assertThat(model.at("/prices/0/input").asInt()).isZero();
    }

    @Test
    void aProviderThatTheUserSpeaksForIsWritten() throws PriceMapFailure {
        assertThat(entry(of(PriceMap.LITELLM).text(), "groq/fast-1").get("api").asText())
                .isEqualTo("openai.chat");
    }

    @Test
    void thinkingWithoutAllLevelsIsLeftOutAndSaid() throws PriceMapFailure {
        JsonNode model = entry(of(PriceMap.LITELLM).text(), "openai/sol-2");

        assertThat(model.has("thinking")).isFalse();
        assertThat(model.get("notes").asText()).contains("none, xhigh");
    }

    @Test
    void everyReasonOfLiteLlmIsReported() throws PriceMapFailure {
        var report = of(PriceMap.LITELLM).report();

        assertThat(report.headline()).isEqualTo("LiteLLM price map: 23 entries read, 12 written");
        assertThat(report.whole())
                .contains(
                        "mistral/no-window\n",
                        "mistral/no-output\n",
                        "mistral/too-long (32768 of 8192)\n",
                        "mistral/half-token\n",
                        "azure/sol-2\n",
                        "openrouter/~maker/latest\n",
                        "image-1 (mode image_generation)\n",
                        "live-1 (other endpoints)\n",
                        "fallback_generalizations\n",
                        "odd (5)\n",
                        "deepseek/deepseek-old (deepseek/deepseek-old)\n")
                .contains(
                        "mistral/unpriced\n",
                        "mistral/half (no output)\n",
                        "openrouter/maker/fine (input_cost_per_token is 2.9999900000000002e-06)\n",
                        "openrouter/maker/auto (input_cost_per_token is -1)\n",
                        "openrouter/maker/auto (output_cost_per_token is 1e999999999999)\n",
                        "xai/dear (input_cost_per_token is 0.02)\n",
                        "xai/dear (output_cost_per_token is the text \"cheap\")\n",
                        "openrouter/maker/Free-1:free\n",
                        "sol-2 (flex)\n",
                        "sol-2 (eu x1.1)\n",
                        "haiku-1 (us x1.1)\n",
                        "sol-1 (soon)\n")
                .contains("cache_creation_input_token_cost_above_1hr 1", "supports_vision 1");
    }

    @Test
    void aPriceThatIsNotWholeIsNone() throws PriceMapFailure {
        String text = of(PriceMap.LITELLM).text();

        assertThat(List.of(
                        "openrouter/maker.fine",
                        "openrouter/maker.auto",
                        "xai/dear",
                        "mistral/half",
                        "mistral/unpriced"))
                .allSatisfy(id -> assertThat(entry(text, id).has("prices")).isFalse());
    }

    @Test
    void levelsAndBudgetsComeInTheirOrder() throws PriceMapFailure {
        String text = of(PriceMap.MODELS_DEV).text();

        assertThat(entry(text, "anthropic/opus-1").get("thinking")).isEqualTo(json("""
                        {"levels": ["low", "medium", "high", "max"], "budget": {"min": 1024, "max": 63999}, "can_be_off": true}"""));
        assertThat(entry(text, "openai/sol-2").get("thinking"))
                .isEqualTo(json("{\"levels\": [\"low\"], \"can_be_off\": true}"));
        assertThat(entry(text, "google/flash-1").get("thinking"))
                .isEqualTo(json("{\"budget\": {\"min\": 1, \"max\": 24576}, \"can_be_off\": true}"));
    }

    @Test
    void aBudgetWithoutBoundsAndAMereSwitchAreLeftOut() throws PriceMapFailure {
        var made = of(PriceMap.MODELS_DEV);

        assertThat(List.of("anthropic/haiku-1", "google/flash-2", "alibaba/plus-1"))
                .allSatisfy(id -> {
                    assertThat(entry(made.text(), id).has("thinking")).isFalse();
                    assertThat(entry(made.text(), id).get("notes").asText()).contains("thinking is left out");
                });
        assertThat(made.report().whole())
                .contains(
                        "anthropic/haiku-1 (no max)",
                        "alibaba/plus-1 (1 to 81920 of 32768)",
                        "google/flash-2 (only whether it thinks can be set)",
                        "openai/sol-2 (default)");
    }

    @Test
    void pricesTiersAndModesOfModelsDevAreRead() throws PriceMapFailure {
        var made = of(PriceMap.MODELS_DEV);
        JsonNode opus = entry(made.text(), "anthropic/opus-1");
        JsonNode sol = entry(made.text(), "openai/sol-2");

        assertThat(opus.get("prices")).isEqualTo(json("""
                        [{"input": 5, "cached_input": 0.5, "cache_write": 6.25, "output": 25,
                          "above": [{"input_tokens": 200000, "input": 10, "cached_input": 1, "output": 37.5}]}]"""));
        assertThat(opus.get("input_limit").asInt()).isEqualTo(180_000);
        assertThat(sol.get("prices")).isEqualTo(json("""
                        [{"input": 2.5, "output": 15, "above": [{"input_tokens": 200000, "input": 5, "output": 22.5}]}]"""));
        assertThat(sol.get("service_tiers")).isEqualTo(json("{\"priority\": 2}"));
        assertThat(opus.get("service_tiers")).isEqualTo(json("{\"fast\": 2}"));
        assertThat(entry(made.text(), "anthropic/haiku-1").get("deprecated").asBoolean())
                .isTrue();
        assertThat(entry(made.text(), "google/flash-2").has("prices")).isFalse();
        assertThat(made.report().whole())
                .contains(
                        "openai/embedding-1 (embeddings)",
                        "openai/image-1 (answers with image)",
                        "google-vertex/opus-1@default",
                        "anthropic/opus-1 (mode odd)",
                        "anthropic/haiku-1 (922000 of 200000)",
                        "google/flash-2 (a tier that is not by the size of the context)",
                        "google/flash-1\n",
                        "cost.input_audio 1");
    }

    @Test
    void pricesAloneMakeNoCatalog() throws PriceMapFailure {
        var made = of(PriceMap.GENAI_PRICES);

        assertThat(made.report().taken()).isZero();
        assertThat(made.report().whole()).contains("the output limit is not said\n           openai/sol-2\n");
    }

    @Test
    void aSummaryHasTheFirstModelsOfEachReason() throws PriceMapFailure {
        assertThat(of(PriceMap.LITELLM).report().summary())
                .contains(
                        "      2  it is no model to chat with\n           image-1 (mode image_generation), live-1 (other endpoints)\n");
    }
}
