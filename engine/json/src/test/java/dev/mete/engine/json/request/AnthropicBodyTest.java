package dev.mete.engine.json.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.core.JsonValue;
import com.anthropic.core.ObjectMappers;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.ThinkingConfigAdaptive;
import com.anthropic.models.messages.ThinkingConfigBetweenTools;
import com.anthropic.models.messages.ThinkingConfigDisabled;
import com.anthropic.models.messages.ThinkingConfigEnabled;
import com.anthropic.models.messages.ThinkingConfigParam;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.decision.Plan;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every body for Anthropic's Messages is one that anthropic-java knows, field by field and word by word. */
final class AnthropicBodyTest {
    private static final long LEAST_BUDGET = 1_024;

    static Stream<Plan> anthropic() {
        return Plans.shipped(ApiDialect.ANTHROPIC_MESSAGES).stream();
    }

    @ParameterizedTest
    @MethodSource("anthropic")
    void aMessagesBodyIsOneOfTheSdk(Plan plan) throws JsonProcessingException {
        var merged = Plans.merged("{\"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}", plan);
        var typed = ObjectMappers.jsonMapper().readValue(merged.toString(), MessageCreateParams.Body.class);

        typed.validate();
        assertThat(typed._additionalProperties()).isEmpty();
        assertThat(typed.outputConfig().map(OutputConfig::_additionalProperties).orElse(Map.of()))
                .isEmpty();
        assertThat(typed.thinking().map(AnthropicBodyTest::unknown).orElse(Map.of()))
                .isEmpty();
        assertThat(typed.maxTokens()).isEqualTo(plan.tokenCap());
        assertThat(Plans.read(ObjectMappers.jsonMapper().writeValueAsString(typed)))
                .isEqualTo(merged);
    }

    @ParameterizedTest
    @MethodSource("anthropic")
    void thinkingIsSaidInOneWay(Plan plan) throws JsonProcessingException {
        var typed = ObjectMappers.jsonMapper().readValue(Plans.body(plan).toString(), MessageCreateParams.Body.class);

        boolean effort = typed.outputConfig().flatMap(OutputConfig::effort).isPresent();
        boolean adaptive = typed.thinking().map(ThinkingConfigParam::isAdaptive).orElse(false);
        assertThat(adaptive).isEqualTo(effort);
        assertThat(typed.thinking().map(ThinkingConfigParam::isDisabled).orElse(false))
                .isEqualTo(plan.model().thinking() != null && plan.effort() == Effort.NONE);
        typed.thinking()
                .flatMap(ThinkingConfigParam::enabled)
                .ifPresent(enabled -> assertThat(enabled.budgetTokens())
                        .isGreaterThanOrEqualTo(LEAST_BUDGET)
                        .isLessThan(typed.maxTokens()));
    }

    private static Map<String, JsonValue> unknown(ThinkingConfigParam thinking) {
        return thinking.accept(new ThinkingConfigParam.Visitor<>() {
            @Override
            public Map<String, JsonValue> visitEnabled(ThinkingConfigEnabled enabled) {
                return enabled._additionalProperties();
            }

            @Override
            public Map<String, JsonValue> visitDisabled(ThinkingConfigDisabled off) {
                return off._additionalProperties();
            }

            @Override
            public Map<String, JsonValue> visitBetweenTools(ThinkingConfigBetweenTools between) {
                return between._additionalProperties();
            }

            @Override
            public Map<String, JsonValue> visitAdaptive(ThinkingConfigAdaptive adaptive) {
                return adaptive._additionalProperties();
            }
        });
    }
}
