package dev.mete.engine.json.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.core.ObjectMappers;
import com.openai.models.ChatModel;
import com.openai.models.Reasoning;
import com.openai.models.ReasoningEffort;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.decision.Plan;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every body for OpenAI's APIs is one that openai-java knows, field by field and word by word. */
// The deprecated accessor is the only one that tells what the SDK does not know from what it does.
@SuppressWarnings("deprecation")
final class OpenAiBodyTest {

    static Stream<Plan> openAi() {
        return Plans.shipped(ApiDialect.OPENAI_RESPONSES).stream();
    }

    @ParameterizedTest
    @MethodSource("openAi")
    void aResponsesBodyIsOneOfTheSdk(Plan plan) throws JsonProcessingException {
        var merged = Plans.merged("{\"input\": \"Hello\"}", plan);
        var typed = ObjectMappers.jsonMapper().readValue(merged.toString(), ResponseCreateParams.Body.class);

        typed.validate();
        assertThat(typed._additionalProperties()).isEmpty();
        assertThat(typed.reasoning().map(Reasoning::_additionalProperties).orElse(Map.of()))
                .isEmpty();
        assertThat(typed.maxOutputTokens()).contains(plan.tokenCap());
        assertThat(typed.reasoning().flatMap(Reasoning::effort).map(ReasoningEffort::asString))
                .isEqualTo(word(plan));
        assertThat(Plans.read(ObjectMappers.jsonMapper().writeValueAsString(typed)))
                .isEqualTo(merged);
    }

    /** Some models are served by Responses alone, and the SDK holds a chat request to its own list. */
    static Stream<Plan> chat() {
        return openAi().filter(plan -> ChatModel.of(plan.model().name()).isValid())
                .map(plan -> Plans.through(ApiDialect.OPENAI_CHAT, plan));
    }

    @ParameterizedTest
    @MethodSource("chat")
    void aChatBodyIsOneOfTheSdk(Plan plan) throws JsonProcessingException {
        var merged = Plans.merged("{\"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}", plan);
        var typed = ObjectMappers.jsonMapper().readValue(merged.toString(), ChatCompletionCreateParams.Body.class);

        typed.validate();
        assertThat(typed._additionalProperties()).isEmpty();
        assertThat(typed.maxCompletionTokens()).contains(plan.tokenCap());
        assertThat(typed.reasoningEffort().map(ReasoningEffort::asString)).isEqualTo(word(plan));
        assertThat(Plans.read(ObjectMappers.jsonMapper().writeValueAsString(typed)))
                .isEqualTo(merged);
    }

    private static Optional<String> word(Plan plan) {
        return Optional.ofNullable(plan.model().thinking())
                .map(_ -> plan.effort().word());
    }
}
