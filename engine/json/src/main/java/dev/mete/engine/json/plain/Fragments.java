package dev.mete.engine.json.plain;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.json.JsonForms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Parts of JSON, written once for many answers. */
final class Fragments {
    private Fragments() {}

    /** Writes fields of an object. */
    interface Writing {
        void write(JsonGenerator out) throws IOException;
    }

    /** Fields as they stand within an object, without its braces. */
    static String fields(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JsonForms.factory().createGenerator(bytes)) {
            out.writeStartObject();
            writing.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be written", e);
        }
        String object = bytes.toString(StandardCharsets.UTF_8);
        return object.substring(1, object.length() - 1);
    }

    /** A field with a text. */
    static byte[] text(String field, String text) {
        return fields(out -> out.writeStringField(field, text)).getBytes(StandardCharsets.UTF_8);
    }

    /** A text alone. */
    static byte[] text(String text) {
        String field = fields(out -> out.writeStringField("", text));
        return field.substring("\"\":".length()).getBytes(StandardCharsets.UTF_8);
    }
}
