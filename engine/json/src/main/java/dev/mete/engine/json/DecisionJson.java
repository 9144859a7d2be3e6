package dev.mete.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.decision.Asked;
import dev.mete.engine.decision.Chosen;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.PassedOver;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.json.request.RequestJson;
import dev.mete.engine.policy.PolicyInfo;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes decisions as they are answered. Stateless, thread-safe. */
public final class DecisionJson {
    private static final String ID = "decision_id";

    private DecisionJson() {}

    /** Writes the whole answer as one object. */
    public static void write(JsonGenerator out, String decisionId, PolicyInfo policy, Decision decision)
            throws IOException {
        out.writeStartObject();
        writeFields(out, decisionId, policy, decision);
        out.writeEndObject();
    }

    /** Writes the answer's fields into an object that the caller opened and closes, so that it can add to them. */
    public static void writeFields(JsonGenerator out, String decisionId, PolicyInfo policy, Decision decision)
            throws IOException {
        out.writeStringField(ID, decisionId);
        policy(out, policy);
        out.writeStringField("bucket", decision.bucket().word());
        out.writeStringField("rule", decision.rule());
        chosen(out, decision.chosen());
        plan(out, decision.plan());
        asked(out, decision.asked());
        if (!decision.limitedBy().isEmpty()) {
            out.writeArrayFieldStart("limited_by");
            for (String limit : decision.limitedBy()) {
                out.writeString(limit);
            }
            out.writeEndArray();
        }
        EstimateJson.write(out, decision.estimate());
        out.writeArrayFieldStart("fallbacks");
        for (Plan fallback : decision.fallbacks()) {
            out.writeStartObject();
            plan(out, fallback);
            RequestJson.write(out, fallback);
            out.writeEndObject();
        }
        out.writeEndArray();
        RequestJson.write(out, decision.plan());
        passedOver(out, decision.passedOver());
    }

    /** Writes what decided: the policy and its catalog. */
    public static void policy(JsonGenerator out, PolicyInfo policy) throws IOException {
        out.writeStringField("policy", policy.name());
        out.writeStringField("revision", policy.revision());
        FiguresJson.stamp(out, policy.catalog());
    }

    /** Writes the models that could not take a task as a field {@code passed_over}; nothing where there are none. */
    public static void passedOver(JsonGenerator out, List<PassedOver> models) throws IOException {
        if (models.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("passed_over");
        for (PassedOver passed : models) {
            out.writeStartObject();
            out.writeStringField("model", passed.model());
            out.writeStringField("reason", passed.reason());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** Writes how a plan was picked out of several as a field {@code choice}; nothing where the rule names one. */
    public static void chosen(JsonGenerator out, @Nullable Chosen chosen) throws IOException {
        if (chosen == null) {
            return;
        }
        out.writeObjectFieldStart("choice");
        out.writeStringField("by", chosen.by());
        out.writeNumberField("candidates", chosen.candidates());
        out.writeNumberField("qualified", chosen.qualified());
        out.writeEndObject();
    }

    private static void plan(JsonGenerator out, Plan plan) throws IOException {
        numbers(out, plan);
        if (plan.hasTimeout()) {
            out.writeNumberField("timeout_ms", plan.timeoutMillis());
        }
    }

    /** Writes a plan without its timeout. */
    public static void numbers(JsonGenerator out, Plan plan) throws IOException {
        out.writeStringField("model", plan.model().id());
        out.writeStringField("effort", plan.effort().word());
        out.writeNumberField("token_cap", plan.tokenCap());
        out.writeNumberField("thinking_tokens", plan.thinkingTokens());
    }

    private static void asked(JsonGenerator out, Asked asked) throws IOException {
        if (asked.isEmpty()) {
            return;
        }
        out.writeObjectFieldStart("asked");
        if (asked.model() != null) {
            out.writeStringField("model", asked.model());
        }
        if (asked.effort() != null) {
            out.writeStringField("effort", asked.effort().word());
        }
        number(out, "token_cap", asked.tokenCap());
        number(out, "thinking_tokens", asked.thinkingTokens());
        number(out, "timeout_ms", asked.timeoutMillis());
        out.writeEndObject();
    }

    private static void number(JsonGenerator out, String field, @Nullable Long number) throws IOException {
        if (number != null) {
            out.writeNumberField(field, number);
        }
    }
}
