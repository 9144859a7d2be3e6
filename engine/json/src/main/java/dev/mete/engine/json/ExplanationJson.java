package dev.mete.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.policy.Explanation;
import java.io.IOException;
import java.util.List;

/** Writes the lines of an explanation: whether each held, and for each that did not the condition that failed. Stateless, thread-safe. */
public final class ExplanationJson {
    private ExplanationJson() {}

    /** Writes the lines as one object; the outcome is not part of it. */
    public static void write(JsonGenerator out, Explanation explanation) throws IOException {
        out.writeStartObject();
        lines(out, "buckets", explanation.buckets());
        lines(out, "rules", explanation.rules());
        lines(out, "limits", explanation.limits());
        out.writeEndObject();
    }

    private static void lines(JsonGenerator out, String field, List<Explanation.Line> lines) throws IOException {
        out.writeArrayFieldStart(field);
        for (Explanation.Line line : lines) {
            out.writeStartObject();
            out.writeStringField("name", line.name());
            out.writeBooleanField("held", line.held());
            PlaceJson.writeFields(out, line.span());
            if (line.failed() != null) {
                out.writeObjectFieldStart("failed");
                out.writeStringField("condition", line.failed().condition());
                out.writeStringField("met", line.failed().met());
                PlaceJson.writeFields(out, line.failed().span());
                out.writeEndObject();
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
