package dev.mete.simulate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.json.JsonForms;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a report as JSON: its records with names in {@code snake_case}, figures in full, nulls for what is not known. Stateless, thread-safe. */
public final class ReportJson {
    private ReportJson() {}

    /** Writes a report, and does not close the writer. */
    public static void write(Record report, Writer out) throws IOException {
        try (JsonGenerator json = JsonForms.factory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .useDefaultPrettyPrinter()) {
            value(json, report);
        }
        out.write('\n');
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Instant moment -> json.writeString(moment.toString());
            case Enum<?> word -> json.writeString(word.name().toLowerCase(Locale.ROOT));
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case Iterable<?> list -> {
                json.writeStartArray();
                for (Object element : list) {
                    value(json, element);
                }
                json.writeEndArray();
            }
            case Record form -> members(json, form);
            default -> throw new IllegalArgumentException("a report holds no " + value.getClass());
        }
    }

    private static void members(JsonGenerator json, Record form) throws IOException {
        json.writeStartObject();
        for (RecordComponent component : form.getClass().getRecordComponents()) {
            json.writeFieldName(snakeCase(component.getName()));
            try {
                value(json, component.getAccessor().invoke(form));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the parts of a report can be read", e);
            }
        }
        json.writeEndObject();
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
