package dev.mete.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.decision.Estimate;
import java.io.IOException;

/** Writes what a plan is expected to come to: dollars, milliseconds, tokens and shares. Stateless, thread-safe. */
final class EstimateJson {
    private EstimateJson() {}

    /** Writes a field {@code estimate} without the parts that are not known; nothing where nothing is. */
    static void write(JsonGenerator out, Estimate estimate) throws IOException {
        if (estimate.equals(Estimate.UNKNOWN)) {
            return;
        }
        out.writeObjectFieldStart("estimate");
        if (estimate.cost() != null) {
            out.writeObjectFieldStart("cost_usd");
            Figure.write(out, "mean", estimate.cost().mean(), Figure.PICO);
            Figure.write(out, "worst", estimate.cost().worst(), Figure.PICO);
            out.writeEndObject();
        }
        if (estimate.latency() != null) {
            out.writeObjectFieldStart("latency_ms");
            Figure.millis(out, "mean", estimate.latency().mean());
            Figure.millis(out, "p50", estimate.latency().p50());
            Figure.millis(out, "p95", estimate.latency().p95());
            out.writeEndObject();
        }
        Figure.share(out, "cut_off_probability", estimate.cutOff());
        Figure.share(out, "error_probability", estimate.errors());
        if (estimate.tokens() != null) {
            out.writeObjectFieldStart("tokens");
            out.writeNumberField("thinking", estimate.tokens().thinking());
            out.writeNumberField("visible", estimate.tokens().visible());
            out.writeEndObject();
        }
        Figure.write(out, "gpu_seconds", estimate.gpuMicros(), Figure.MILLIONTH);
        out.writeEndObject();
    }
}
