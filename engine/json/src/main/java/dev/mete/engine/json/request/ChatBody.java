package dev.mete.engine.json.request;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.decision.Plan;
import java.io.IOException;

/** Hosted APIs in the form of OpenAI's chat, each with its own way to speak of thinking. */
final class ChatBody {
    private ChatBody() {}

    static void mistral(JsonGenerator out, Plan plan) throws IOException {
        Fields.modelAndCap(out, plan, "max_tokens");
        Fields.effort(out, plan, "reasoning_effort");
    }

    static void deepseek(JsonGenerator out, Plan plan) throws IOException {
        Fields.modelAndCap(out, plan, "max_tokens");
        switch (ThinkingSetting.of(plan)) {
            case ThinkingSetting.Unsaid() -> {}
            case ThinkingSetting.Off() -> Fields.object(out, "thinking", "type", "disabled");
            case ThinkingSetting.Level _, ThinkingSetting.Budget _ -> {
                Fields.object(out, "thinking", "type", "enabled");
                Fields.effort(out, plan, "reasoning_effort");
            }
        }
    }

    static void dashscope(JsonGenerator out, Plan plan) throws IOException {
        Fields.modelAndCap(out, plan, "max_tokens");
        switch (ThinkingSetting.of(plan)) {
            case ThinkingSetting.Unsaid() -> {}
            case ThinkingSetting.Off() -> out.writeBooleanField("enable_thinking", false);
            // Models of other makers that DashScope hosts, such as DeepSeek's, take their own words.
            case ThinkingSetting.Level _ -> {
                out.writeBooleanField("enable_thinking", true);
                Fields.effort(out, plan, "reasoning_effort");
            }
            case ThinkingSetting.Budget(long tokens) -> {
                out.writeBooleanField("enable_thinking", true);
                out.writeNumberField("thinking_budget", tokens);
            }
        }
    }

    static void openrouter(JsonGenerator out, Plan plan) throws IOException {
        Fields.modelAndCap(out, plan, "max_tokens");
        switch (ThinkingSetting.of(plan)) {
            case ThinkingSetting.Unsaid() -> {}
            case ThinkingSetting.Off _, ThinkingSetting.Level _ ->
                Fields.object(out, "reasoning", "effort", plan.effort().word());
            case ThinkingSetting.Budget(long tokens) -> Fields.object(out, "reasoning", "max_tokens", tokens);
        }
    }
}
