package dev.mete.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.json.JsonForms;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** Diagnostics as SARIF 2.1.0, which code hosts show beside the code. */
final class Sarif {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private Sarif() {}

    static String of(List<Finding> findings) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator out = JsonForms.factory().createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("$schema", SCHEMA);
            out.writeStringField("version", "2.1.0");
            out.writeArrayFieldStart("runs");
            out.writeStartObject();
            tool(out, findings);
            out.writeArrayFieldStart("results");
            for (Finding finding : findings) {
                result(out, finding);
            }
            out.writeEndArray();
            out.writeEndObject();
            out.writeEndArray();
            out.writeEndObject();
        }
        return text + "\n";
    }

    private static void tool(JsonGenerator out, List<Finding> findings) throws IOException {
        out.writeObjectFieldStart("tool");
        out.writeObjectFieldStart("driver");
        out.writeStringField("name", "mete");
        out.writeArrayFieldStart("rules");
        for (String code : findings.stream()
                .map(finding -> finding.diagnostic().code())
                .sorted()
                .distinct()
                .toList()) {
            out.writeStartObject();
            out.writeStringField("id", code);
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
        out.writeStringField("columnKind", "unicodeCodePoints");
    }

    private static void result(JsonGenerator out, Finding finding) throws IOException {
        Diagnostic diagnostic = finding.diagnostic();
        out.writeStartObject();
        out.writeStringField("ruleId", diagnostic.code());
        out.writeStringField("level", diagnostic.severity().word());
        out.writeObjectFieldStart("message");
        out.writeStringField(
                "text", diagnostic.message() + (diagnostic.help() == null ? "" : "; " + diagnostic.help()));
        out.writeEndObject();
        out.writeArrayFieldStart("locations");
        out.writeStartObject();
        out.writeObjectFieldStart("physicalLocation");
        out.writeObjectFieldStart("artifactLocation");
        out.writeStringField(
                "uri",
                java.nio.file.Path.of(finding.file()).isAbsolute() ? "file://" + finding.file() : finding.file());
        out.writeEndObject();
        region(out, diagnostic);
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void region(JsonGenerator out, Diagnostic diagnostic) throws IOException {
        var start = diagnostic.span().position();
        var end = diagnostic.span().source().position(diagnostic.span().end());
        out.writeObjectFieldStart("region");
        out.writeNumberField("startLine", start.line());
        out.writeNumberField("startColumn", start.column());
        out.writeNumberField("endLine", end.line());
        out.writeNumberField("endColumn", end.column());
        out.writeEndObject();
    }
}
