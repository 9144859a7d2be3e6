package dev.mete.engine.json.request;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.decision.Plan;
import java.io.IOException;

/** Gemini's generateContent. A level or a budget, never both; the model's name stands in the address. */
final class GeminiBody {
    private static final String THINKING = "thinkingConfig";
    private static final String BUDGET = "thinkingBudget";

    private GeminiBody() {}

    static void generateContent(JsonGenerator out, Plan plan) throws IOException {
        out.writeObjectFieldStart("generationConfig");
        out.writeNumberField("maxOutputTokens", plan.tokenCap());
        switch (ThinkingSetting.of(plan)) {
            case ThinkingSetting.Unsaid() -> {}
            // No level is off: a budget of 0 is the only way to say it.
            case ThinkingSetting.Off() -> Fields.object(out, THINKING, BUDGET, 0);
            // The words are names of an enum there, in capitals.
            case ThinkingSetting.Level(var effort) -> Fields.object(out, THINKING, "thinkingLevel", effort.name());
            case ThinkingSetting.Budget(long tokens) -> Fields.object(out, THINKING, BUDGET, tokens);
        }
        out.writeEndObject();
    }
}
