package dev.mete.server.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.json.JsonForms;
import dev.mete.engine.task.TaskProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is answered. Immutable.
 *
 * @param status the HTTP status; the kind's own, but for what HTTP itself refuses
 * @param detail this occurrence in one sentence
 * @param problems everything that is wrong, one by one
 */
public record Problem(ProblemKind kind, int status, String detail, List<Item> problems) {
    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        problems = List.copyOf(problems);
    }

    /**
     * One thing that is wrong.
     *
     * @param pointer the JSON pointer of the value in the body; null where it is not about one
     * @param code stable, a letter and four digits; null where there is none
     * @param place where it is, in the body or in a policy; null where it has no place
     */
    public record Item(
            @Nullable String pointer,
            @Nullable String code,
            String message,
            @Nullable String help,
            @Nullable Place place) {
        /** What is wrong with a value in the body. */
        public static Item of(TaskProblem problem) {
            return new Item(problem.pointer(), problem.code(), problem.message(), problem.help(), null);
        }

        /** What is wrong with a policy. */
        public static Item of(Diagnostic diagnostic) {
            return new Item(
                    null, diagnostic.code(), diagnostic.message(), diagnostic.help(), Place.of(diagnostic.span()));
        }

        /** What is wrong with the request, and what to send instead. */
        public static Item of(String message, @Nullable String help) {
            return new Item(null, null, message, help, null);
        }
    }

    /**
     * Where something is wrong; lines and columns count from 1.
     *
     * @param file the file of a policy; null for the body of the request
     */
    public record Place(@Nullable String file, int line, int column) {
        static @Nullable Place of(Span span) {
            if (span.equals(Span.NONE)) {
                return null;
            }
            var position = span.position();
            return new Place(span.source().name(), position.line(), position.column());
        }
    }

    /** A problem with nothing to add to its sentence. */
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, kind.status(), detail, List.of());
    }

    /** A problem with what to do instead. */
    public static Problem of(ProblemKind kind, String detail, String help) {
        return of(kind, detail, List.of(Item.of(detail, help)));
    }

    /** A problem with all that is wrong. */
    public static Problem of(ProblemKind kind, String detail, List<Item> problems) {
        return new Problem(kind, kind.status(), detail, problems);
    }

    /** Writes the problem as one object. */
    public void write(JsonGenerator out, @Nullable String instance) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", kind.type());
        out.writeStringField("title", kind.title());
        out.writeNumberField("status", status);
        out.writeStringField("detail", detail);
        if (instance != null) {
            out.writeStringField("instance", instance);
        }
        if (!problems.isEmpty()) {
            out.writeArrayFieldStart("problems");
            for (Item item : problems) {
                write(out, item);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    /** The problem as a body. */
    public byte[] toBytes(@Nullable String instance) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JsonForms.factory().createGenerator(bytes)) {
            write(out, instance);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator out, Item item) throws IOException {
        out.writeStartObject();
        field(out, "pointer", item.pointer());
        field(out, "code", item.code());
        out.writeStringField("message", item.message());
        field(out, "help", item.help());
        Place place = item.place();
        if (place != null) {
            field(out, "file", place.file());
            out.writeNumberField("line", place.line());
            out.writeNumberField("column", place.column());
        }
        out.writeEndObject();
    }

    private static void field(JsonGenerator out, String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }
}
