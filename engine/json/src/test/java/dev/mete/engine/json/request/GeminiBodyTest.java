package dev.mete.engine.json.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.genai.types.GenerationConfig;
import com.google.genai.types.ThinkingConfig;
import com.google.genai.types.ThinkingLevel;
import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.decision.Plan;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every body for Gemini's generateContent is one that google-genai knows, field by field and word by word. */
final class GeminiBodyTest {
    /** Levels that some model takes and that the newest google-genai for Java (1.70.0) has no word for yet. */
    private static final Set<Effort> NOT_YET_IN_THE_SDK = EnumSet.of(Effort.XHIGH);

    static Stream<Plan> gemini() {
        return Plans.shipped(ApiDialect.GEMINI_GENERATE_CONTENT).stream();
    }

    @ParameterizedTest
    @MethodSource("gemini")
    void aGenerationConfigIsOneOfTheSdk(Plan plan) {
        var body = Plans.body(plan);
        var config = body.get("generationConfig");
        var typed = GenerationConfig.fromJson(config.toString());

        assertThat(body.properties()).hasSize(1);
        assertThat(typed.maxOutputTokens()).contains((int) plan.tokenCap());
        assertThat(Plans.read(typed.toJson())).isEqualTo(config);
    }

    @ParameterizedTest
    @MethodSource("gemini")
    void thinkingIsALevelOrABudget(Plan plan) {
        var typed = GenerationConfig.fromJson(
                Plans.body(plan).get("generationConfig").toString());
        var level = typed.thinkingConfig().flatMap(ThinkingConfig::thinkingLevel);
        var budget = typed.thinkingConfig().flatMap(ThinkingConfig::thinkingBudget);

        assertThat(level.isPresent() && budget.isPresent()).isFalse();
        budget.ifPresent(tokens -> assertThat((long) tokens).isEqualTo(plan.thinkingTokens()));
        if (!NOT_YET_IN_THE_SDK.contains(plan.effort())) {
            assertThat(level.map(ThinkingLevel::knownEnum))
                    .isNotEqualTo(Optional.of(ThinkingLevel.Known.THINKING_LEVEL_UNSPECIFIED));
        }
    }
}
