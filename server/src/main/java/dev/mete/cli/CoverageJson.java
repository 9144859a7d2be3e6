package dev.mete.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.prove.cover.Coverage;
import dev.mete.prove.cover.Goal;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What tests reach of a policy, for programs. */
final class CoverageJson {
    private CoverageJson() {}

    /** Writes an object. */
    static void write(JsonGenerator out, Coverage coverage) throws IOException {
        out.writeStartObject();
        out.writeNumberField("percent", coverage.all().percent());
        for (Goal.Kind kind : Goal.Kind.values()) {
            Coverage.Part part = coverage.part(List.of(kind));
            out.writeObjectFieldStart(name(kind));
            out.writeNumberField("reached", part.reached());
            out.writeNumberField("all", part.all());
            out.writeEndObject();
        }
        out.writeArrayFieldStart("missing");
        for (Goal goal : coverage.missing()) {
            out.writeStartObject();
            out.writeStringField("kind", name(goal.kind()));
            out.writeStringField("name", goal.name());
            out.writeStringField("file", goal.span().source().name());
            out.writeNumberField("line", goal.span().position().line());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static String name(Goal.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
