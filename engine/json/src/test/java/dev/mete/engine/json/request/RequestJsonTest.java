package dev.mete.engine.json.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.ErrorRates;
import dev.mete.engine.catalog.Figures;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Thinking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written for every API, every way that thinking can be set, and every effort. {@code -Dgolden.update=true} writes the expected texts anew. */
final class RequestJsonTest {
    private static final Path FOLDER = Path.of("src/test/resources/request");
    private static final Set<Effort> LEVELS = Set.of(Effort.LOW, Effort.MEDIUM, Effort.HIGH);
    private static final Thinking.Budget BUDGET = new Thinking.Budget(1_024, 30_000);

    @ParameterizedTest
    @EnumSource
    void bodiesAreExactlyAsExpected(ApiDialect api) throws IOException {
        var text = new StringBuilder();
        for (String name : names(api)) {
            abilities().forEach((ability, thinking) -> {
                text.append("# ").append(name).append(", ").append(ability).append('\n');
                Plans.atEveryEffort(model(api, name, thinking))
                        .forEach(plan -> text.append(
                                        "%-8s".formatted(plan.effort().word()))
                                .append(Plans.body(plan))
                                .append('\n'));
                text.append('\n');
            });
        }

        Path expected = FOLDER.resolve(api.word() + ".expected");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(expected, text);
        }
        assertThat(text).hasToString(Files.readString(expected));
    }

    @Test
    void aRequestNamesTheApiAndTheModelThere() {
        var model = model(ApiDialect.GEMINI_GENERATE_CONTENT, "gemini-x", null);

        assertThat(Plans.request(Plans.at(model, Effort.NONE)))
                .hasToString("{\"api\":\"gemini.generate_content\",\"model\":\"gemini-x\","
                        + "\"body\":{\"generationConfig\":{\"maxOutputTokens\":1000}}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OPENAI_RESPONSES        | flex     | "service_tier":"flex"
            OPENAI_CHAT             | priority | "service_tier":"priority"
            ANTHROPIC_MESSAGES      | fast     | "speed":"fast"
            ANTHROPIC_MESSAGES      | auto     | "service_tier":"auto"
            GEMINI_GENERATE_CONTENT | flex     | "serviceTier":"flex"
            BEDROCK_CONVERSE        | flex     | "serviceTier":{"type":"flex"}
            OPENROUTER_CHAT         | flex     | "service_tier":"flex"
            """)
    void aServiceTierIsSaidAsTheApiSaysIt(ApiDialect api, String tier, String field) {
        assertThat(Plans.body(Plans.at(tiered(api, tier), Effort.NONE)).toString())
                .endsWith("," + field + "}");
    }

    @Test
    void aBatchIsNotAFieldOfARequest() {
        assertThat(Plans.body(Plans.at(tiered(ApiDialect.OPENAI_RESPONSES, "batch"), Effort.NONE)))
                .hasToString("{\"model\":\"m\",\"max_output_tokens\":1000}");
    }

    private static Model tiered(ApiDialect api, String tier) {
        return model(api, "m", null).with(new Figures(null, null, tier, Map.of(), Map.of(), ErrorRates.UNKNOWN));
    }

    /** Every way that a catalog can say it. */
    private static Map<String, @Nullable Thinking> abilities() {
        var abilities = new LinkedHashMap<String, @Nullable Thinking>();
        abilities.put("does not think", null);
        abilities.put("levels", new Thinking(LEVELS, null, true));
        abilities.put("levels, always thinks", new Thinking(LEVELS, null, false));
        abilities.put("a budget", new Thinking(Set.of(), BUDGET, true));
        abilities.put("a budget, always thinks", new Thinking(Set.of(), BUDGET, false));
        abilities.put("levels and a budget", new Thinking(LEVELS, BUDGET, true));
        return abilities;
    }

    /** Behind Bedrock, thinking is said as the model's maker says it. */
    private static List<String> names(ApiDialect api) {
        return api == ApiDialect.BEDROCK_CONVERSE
                ? List.of(
                        "global.anthropic.claude-x",
                        "us.amazon.nova-2-x-v1:0",
                        "us.openai.gpt-x",
                        "openai.gpt-oss-x-1:0",
                        "qwen.qwen-x-v1:0")
                : List.of("m");
    }

    private static Model model(ApiDialect api, String name, @Nullable Thinking thinking) {
        return new Model("acme/m", "acme", api, name, 200_000, 64_000, thinking, false);
    }
}
