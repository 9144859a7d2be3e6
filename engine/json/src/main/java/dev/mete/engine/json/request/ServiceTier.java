package dev.mete.engine.json.request;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.catalog.Model;
import java.io.IOException;

/** The service tier that a model's calls are sent with, as each API says it. */
final class ServiceTier {
    /** Another address, not another field of the same request. */
    private static final String BATCH = "batch";

    /** Anthropic calls it a speed. */
    private static final String FAST = "fast";

    private ServiceTier() {}

    static void write(JsonGenerator out, Model model) throws IOException {
        String tier = model.figures().serviceTier();
        if (tier == null || tier.equals(BATCH)) {
            return;
        }
        switch (model.api()) {
            case GEMINI_GENERATE_CONTENT -> out.writeStringField("serviceTier", tier);
            case BEDROCK_CONVERSE -> Fields.object(out, "serviceTier", "type", tier);
            case ANTHROPIC_MESSAGES -> out.writeStringField(tier.equals(FAST) ? "speed" : "service_tier", tier);
            case OPENAI_RESPONSES,
                    OPENAI_CHAT,
                    DEEPSEEK_CHAT,
                    DASHSCOPE_CHAT,
                    MISTRAL_CHAT,
                    XAI_CHAT,
                    VLLM_CHAT,
                    SGLANG_CHAT,
                    OPENROUTER_CHAT -> out.writeStringField("service_tier", tier);
        }
    }
}
