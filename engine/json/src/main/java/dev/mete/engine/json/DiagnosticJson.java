package dev.mete.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.DiagnosticText;
import java.io.IOException;
import java.util.List;

/** Writes diagnostics with their place and the text that people read. Stateless, thread-safe. */
public final class DiagnosticJson {
    private DiagnosticJson() {}

    /** Writes diagnostics as an array. */
    public static void write(JsonGenerator out, List<Diagnostic> diagnostics) throws IOException {
        out.writeStartArray();
        for (Diagnostic diagnostic : diagnostics) {
            write(out, diagnostic);
        }
        out.writeEndArray();
    }

    /** Writes one diagnostic as an object. */
    public static void write(JsonGenerator out, Diagnostic diagnostic) throws IOException {
        out.writeStartObject();
        out.writeStringField("code", diagnostic.code());
        out.writeStringField("severity", diagnostic.severity().word());
        out.writeStringField("message", diagnostic.message());
        if (diagnostic.help() != null) {
            out.writeStringField("help", diagnostic.help());
        }
        PlaceJson.writeFields(out, diagnostic.span());
        out.writeStringField("text", DiagnosticText.render(diagnostic));
        out.writeEndObject();
    }
}
