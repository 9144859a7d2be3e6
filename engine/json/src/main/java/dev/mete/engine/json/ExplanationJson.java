package dev.mete.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.policy.Explanation;
import dev.mete.engine.policy.Weighed;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the lines of an explanation: whether each held, and for each that did not the condition that failed. Stateless, thread-safe. */
public final class ExplanationJson {
    private ExplanationJson() {}

    /** Writes the lines as one object; the outcome is not part of it. */
    public static void write(JsonGenerator out, Explanation explanation) throws IOException {
        out.writeStartObject();
        lines(out, "buckets", explanation.buckets());
        lines(out, "rules", explanation.rules());
        candidates(out, explanation.candidates());
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
            failed(out, line.failed());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void failed(JsonGenerator out, Explanation.@Nullable Failed failed) throws IOException {
        if (failed == null) {
            return;
        }
        out.writeObjectFieldStart("failed");
        out.writeStringField("condition", failed.condition());
        out.writeStringField("met", failed.met());
        PlaceJson.writeFields(out, failed.span());
        out.writeEndObject();
    }

    private static void candidates(JsonGenerator out, List<Weighed> candidates) throws IOException {
        if (candidates.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("candidates");
        for (Weighed candidate : candidates) {
            out.writeStartObject();
            out.writeStringField("model", candidate.model());
            out.writeStringField("effort", candidate.effort());
            out.writeBooleanField("chosen", candidate.chosen());
            out.writeBooleanField("qualified", candidate.qualified());
            failed(out, candidate.failed());
            figures(out, candidate);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void figures(JsonGenerator out, Weighed candidate) throws IOException {
        Figure.write(out, "cost_usd", candidate.cost(), Figure.PICO);
        if (candidate.latency() != null || candidate.slowLatency() != null) {
            out.writeObjectFieldStart("latency_ms");
            Figure.millis(out, "mean", candidate.latency());
            Figure.millis(out, "p95", candidate.slowLatency());
            out.writeEndObject();
        }
        Figure.share(out, "error_probability", candidate.errors());
        Figure.write(out, "loss_usd", candidate.loss(), Figure.FEMTO);
        Figure.write(out, "break_even_error_cost_usd", candidate.breakEven(), Figure.NANO);
    }
}
