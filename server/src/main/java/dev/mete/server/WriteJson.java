package dev.mete.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.json.JsonForms;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Answers with JSON that is written piece by piece. */
final class WriteJson {
    private WriteJson() {}

    /** Writes one value. */
    interface Writer {
        void write(JsonGenerator out) throws IOException;
    }

    static void to(Context ctx, Writer writer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JsonForms.factory().createGenerator(bytes)) {
            writer.write(out);
        }
        ctx.contentType(Route.JSON).result(bytes.toByteArray());
    }
}
