package dev.mete.engine.json.request;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.decision.Plan;
import java.io.IOException;

/** OpenAI's two APIs. Effort is a word, {@code none} among them; there is no thinking budget. xAI's chat has the same fields. */
final class OpenAiBody {
    private OpenAiBody() {}

    static void responses(JsonGenerator out, Plan plan) throws IOException {
        Fields.modelAndCap(out, plan, "max_output_tokens");
        if (plan.model().thinking() != null) {
            Fields.object(out, "reasoning", "effort", plan.effort().word());
        }
    }

    static void chat(JsonGenerator out, Plan plan) throws IOException {
        Fields.modelAndCap(out, plan, "max_completion_tokens");
        Fields.effort(out, plan, "reasoning_effort");
    }
}
