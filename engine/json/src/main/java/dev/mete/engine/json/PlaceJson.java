package dev.mete.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.diagnostic.Span;
import java.io.IOException;

/** Writes the place of some words as fields: file, then line and column of the first and of what follows the last, from 1. */
final class PlaceJson {
    private PlaceJson() {}

    /** Writes nothing for what no author wrote. */
    static void writeFields(JsonGenerator out, Span span) throws IOException {
        if (span.equals(Span.NONE)) {
            return;
        }
        var start = span.position();
        var end = span.source().position(span.end());
        out.writeStringField("file", span.source().name());
        out.writeNumberField("line", start.line());
        out.writeNumberField("column", start.column());
        out.writeNumberField("end_line", end.line());
        out.writeNumberField("end_column", end.column());
    }
}
