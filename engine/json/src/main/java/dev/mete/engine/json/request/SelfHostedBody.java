package dev.mete.engine.json.request;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.decision.Plan;
import java.io.IOException;

/**
 * Servers of one's own, in the form of OpenAI's chat. The switch and the word go to the model's chat template, a budget is held by the server, so a
 * model that takes both a word and a budget is given both.
 */
final class SelfHostedBody {
    private SelfHostedBody() {}

    static void vllm(JsonGenerator out, Plan plan) throws IOException {
        chat(out, plan);
        if (hasBudget(plan)) {
            out.writeNumberField("thinking_token_budget", plan.thinkingTokens());
        }
    }

    static void sglang(JsonGenerator out, Plan plan) throws IOException {
        chat(out, plan);
        if (hasBudget(plan)) {
            Fields.object(out, "custom_params", "thinking_budget", plan.thinkingTokens());
        }
    }

    private static void chat(JsonGenerator out, Plan plan) throws IOException {
        Fields.modelAndCap(out, plan, "max_tokens");
        var thinking = plan.model().thinking();
        if (thinking == null) {
            return;
        }
        if (thinking.canBeOff()) {
            out.writeObjectFieldStart("chat_template_kwargs");
            out.writeBooleanField("enable_thinking", thinks(plan));
            out.writeEndObject();
        }
        if (thinks(plan) && !thinking.levels().isEmpty()) {
            Fields.effort(out, plan, "reasoning_effort");
        }
    }

    private static boolean hasBudget(Plan plan) {
        var thinking = plan.model().thinking();
        return thinking != null && thinking.budget() != null && thinks(plan);
    }

    private static boolean thinks(Plan plan) {
        return plan.effort() != Effort.NONE;
    }
}
