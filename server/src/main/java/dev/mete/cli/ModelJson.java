package dev.mete.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.ErrorRates;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.json.FiguresJson;
import dev.mete.engine.json.JsonForms;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;

/** The models of a catalog at the prices of its moment, for programs. */
final class ModelJson {
    private ModelJson() {}

    /** All models as one array. */
    static String of(Catalog catalog) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator out = JsonForms.factory().createGenerator(text)) {
            out.writeStartArray();
            for (Model model : catalog.models()) {
                write(out, model);
            }
            out.writeEndArray();
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, Model model) throws IOException {
        var figures = model.figures();
        out.writeStartObject();
        out.writeStringField("id", model.id());
        out.writeStringField("provider", model.provider());
        out.writeStringField("api", model.api().word());
        out.writeStringField("name", model.name());
        out.writeNumberField("context_window", model.contextWindow());
        out.writeNumberField("input_limit", model.inputLimit());
        out.writeNumberField("output_limit", model.outputLimit());
        words(out, "efforts", model.efforts());
        out.writeBooleanField("deprecated", model.lifecycle().deprecated());
        if (model.lifecycle().retired() != null) {
            out.writeStringField("retired", model.lifecycle().retired().toString());
        }
        if (figures.serviceTier() != null) {
            out.writeStringField("service_tier", figures.serviceTier());
        }
        if (figures.prices() != null) {
            FiguresJson.prices(out, "prices", figures.prices());
        }
        words(out, "speeds", figures.speeds().keySet());
        words(out, "thinking_lengths", figures.lengths().keySet());
        words(
                out,
                "errors",
                figures.errors().rates().stream()
                        .map(ErrorRates.Rate::effort)
                        .distinct()
                        .toList());
        out.writeEndObject();
    }

    private static void words(JsonGenerator out, String field, Collection<Effort> efforts) throws IOException {
        out.writeArrayFieldStart(field);
        for (Effort effort : efforts.stream().sorted().toList()) {
            out.writeString(effort.word());
        }
        out.writeEndArray();
    }
}
