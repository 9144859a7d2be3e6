package dev.mete.engine.json.request;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.decision.Plan;
import java.io.IOException;

/** Writes what a caller merges into its request to the provider: the settings that a plan decides, and nothing else. Stateless, thread-safe. */
public final class RequestJson {
    private RequestJson() {}

    /** Writes a field {@code request} with the API, the model's name there and the settings as that API takes them. */
    public static void write(JsonGenerator out, Plan plan) throws IOException {
        var model = plan.model();
        out.writeObjectFieldStart("request");
        out.writeStringField("api", model.api().word());
        out.writeStringField("model", model.name());
        out.writeObjectFieldStart("body");
        body(out, plan);
        ServiceTier.write(out, model);
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void body(JsonGenerator out, Plan plan) throws IOException {
        switch (plan.model().api()) {
            case OPENAI_RESPONSES -> OpenAiBody.responses(out, plan);
            case OPENAI_CHAT, XAI_CHAT -> OpenAiBody.chat(out, plan);
            case ANTHROPIC_MESSAGES -> AnthropicBody.messages(out, plan);
            case GEMINI_GENERATE_CONTENT -> GeminiBody.generateContent(out, plan);
            case BEDROCK_CONVERSE -> BedrockBody.converse(out, plan);
            case DEEPSEEK_CHAT -> ChatBody.deepseek(out, plan);
            case DASHSCOPE_CHAT -> ChatBody.dashscope(out, plan);
            case MISTRAL_CHAT -> ChatBody.mistral(out, plan);
            case OPENROUTER_CHAT -> ChatBody.openrouter(out, plan);
            case VLLM_CHAT -> SelfHostedBody.vllm(out, plan);
            case SGLANG_CHAT -> SelfHostedBody.sglang(out, plan);
        }
    }
}
