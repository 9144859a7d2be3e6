package dev.mete.engine.json.request;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.decision.Plan;
import java.io.IOException;

/** Anthropic's Messages. A model with effort levels thinks adaptively; one with a budget alone is given the budget. */
final class AnthropicBody {
    private AnthropicBody() {}

    static void messages(JsonGenerator out, Plan plan) throws IOException {
        Fields.modelAndCap(out, plan, "max_tokens");
        thinking(out, plan);
    }

    /** Writes what Claude takes about thinking, which is the same wherever it is served. */
    static void thinking(JsonGenerator out, Plan plan) throws IOException {
        switch (ThinkingSetting.of(plan)) {
            case ThinkingSetting.Unsaid() -> {}
            // No effort beside it: some models refuse `disabled` together with the highest levels.
            case ThinkingSetting.Off() -> Fields.object(out, "thinking", "type", "disabled");
            case ThinkingSetting.Level(var effort) -> {
                Fields.object(out, "output_config", "effort", effort.word());
                Fields.object(out, "thinking", "type", "adaptive");
            }
            case ThinkingSetting.Budget(long tokens) -> {
                out.writeObjectFieldStart("thinking");
                out.writeStringField("type", "enabled");
                out.writeNumberField("budget_tokens", tokens);
                out.writeEndObject();
            }
        }
    }
}
