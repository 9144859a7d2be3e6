package dev.mete.engine.json.request;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.decision.Plan;
import java.io.IOException;

/** Fields that several APIs share. */
final class Fields {
    private Fields() {}

    /** Writes the model's name and the output cap, under the name that an API has for the cap. */
    static void modelAndCap(JsonGenerator out, Plan plan, String capField) throws IOException {
        out.writeStringField("model", plan.model().name());
        out.writeNumberField(capField, plan.tokenCap());
    }

    /** Writes an object of one text. */
    static void object(JsonGenerator out, String field, String key, String value) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeStringField(key, value);
        out.writeEndObject();
    }

    /** Writes an object of one number. */
    static void object(JsonGenerator out, String field, String key, long value) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeNumberField(key, value);
        out.writeEndObject();
    }

    /** Writes the effort's word, {@code none} too, where the model thinks. */
    static void effort(JsonGenerator out, Plan plan, String field) throws IOException {
        if (plan.model().thinking() != null) {
            out.writeStringField(field, plan.effort().word());
        }
    }
}
