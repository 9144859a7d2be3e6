package dev.mete.engine.json.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.core.ObjectMappers;
import com.openai.models.ReasoningEffort;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.decision.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies for the APIs in the form of OpenAI's chat: what openai-java knows it takes as its own, and what it does not know is listed here. */
// OpenAI has deprecated max_tokens, which the others take; and the accessor that alone tells what the SDK does not
// know.
@SuppressWarnings("deprecation")
final class ChatBodyTest {
    /** The fields that each API has beyond OpenAI's. */
    private static final Map<ApiDialect, Set<String>> OWN = Map.of(
            ApiDialect.DEEPSEEK_CHAT, Set.of("thinking"),
            ApiDialect.DASHSCOPE_CHAT, Set.of("enable_thinking", "thinking_budget"),
            ApiDialect.MISTRAL_CHAT, Set.of(),
            ApiDialect.XAI_CHAT, Set.of(),
            ApiDialect.VLLM_CHAT, Set.of("chat_template_kwargs", "thinking_token_budget"),
            ApiDialect.SGLANG_CHAT, Set.of("chat_template_kwargs", "custom_params"),
            ApiDialect.OPENROUTER_CHAT, Set.of("reasoning"));

    static Stream<ApiDialect> compatible() {
        return OWN.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("compatible")
    void aBodyIsOpenAisButForWhatIsListed(ApiDialect api) throws JsonProcessingException {
        var own = new TreeSet<String>();
        for (Plan plan : plans(api)) {
            var merged = Plans.merged("{\"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}", plan);
            var typed = ObjectMappers.jsonMapper().readValue(merged.toString(), ChatCompletionCreateParams.Body.class);

            assertThat(typed.model().asString()).isEqualTo(plan.model().name());
            assertThat(typed.maxCompletionTokens().or(typed::maxTokens)).contains(plan.tokenCap());
            typed.reasoningEffort().ifPresent(ReasoningEffort::validate);
            assertThat(Plans.read(ObjectMappers.jsonMapper().writeValueAsString(typed)))
                    .isEqualTo(merged);
            own.addAll(typed._additionalProperties().keySet());
        }
        assertThat(own).isEqualTo(OWN.get(api));
    }

    /** No shipped model is served by SGLang: those of vLLM are, there. */
    private static List<Plan> plans(ApiDialect api) {
        return api == ApiDialect.SGLANG_CHAT
                ? Plans.shipped(ApiDialect.VLLM_CHAT).stream()
                        .map(plan -> Plans.through(api, plan))
                        .toList()
                : Plans.shipped(api);
    }
}
