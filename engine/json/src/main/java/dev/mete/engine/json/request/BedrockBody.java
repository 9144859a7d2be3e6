package dev.mete.engine.json.request;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.decision.Plan;
import java.io.IOException;

/** Bedrock's Converse. The cap is Bedrock's own field, thinking is said as each family of models says it; the model's name stands in the address. */
final class BedrockBody {
    private BedrockBody() {}

    private enum Family {
        CLAUDE,
        NOVA,
        GPT,
        OTHER
    }

    static void converse(JsonGenerator out, Plan plan) throws IOException {
        Family family = family(plan.model());
        // Nova refuses a request that has both the level high and a cap.
        if (family != Family.NOVA || plan.effort() != Effort.HIGH) {
            Fields.object(out, "inferenceConfig", "maxTokens", plan.tokenCap());
        }
        if (plan.model().thinking() == null) {
            return;
        }
        out.writeObjectFieldStart("additionalModelRequestFields");
        switch (family) {
            case CLAUDE -> AnthropicBody.thinking(out, plan);
            case NOVA -> nova(out, plan);
            case GPT -> Fields.object(out, "reasoning", "effort", plan.effort().word());
            // gpt-oss, and the other open weights: a provider that does not know the field refuses it, which is better
            // than thinking unasked.
            case OTHER -> Fields.effort(out, plan, "reasoning_effort");
        }
        out.writeEndObject();
    }

    /** By the names, as a profile's address need not hold the vendor's. */
    private static Family family(Model model) {
        String names = model.name() + ' ' + model.id();
        if (names.contains("claude")) {
            return Family.CLAUDE;
        }
        if (names.contains("nova-2")) {
            return Family.NOVA;
        }
        return names.contains("openai.") && !names.contains("gpt-oss") ? Family.GPT : Family.OTHER;
    }

    private static void nova(JsonGenerator out, Plan plan) throws IOException {
        boolean off = plan.effort() == Effort.NONE;
        out.writeObjectFieldStart("reasoningConfig");
        out.writeStringField("type", off ? "disabled" : "enabled");
        if (!off) {
            out.writeStringField("maxReasoningEffort", plan.effort().word());
        }
        out.writeEndObject();
    }
}
