package dev.mete.engine.json.imports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Thinking;
import dev.mete.engine.json.JsonForms;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values of a catalog's entry as JSON on one line, the way that catalogs are written by hand. */
final class EntryText {
    private static final DefaultPrettyPrinter.Indenter NONE = DefaultPrettyPrinter.NopIndenter.instance;

    private EntryText() {}

    private interface Writing {
        void write(JsonGenerator out) throws IOException;
    }

    private static String of(Writing writing) {
        var text = new StringWriter();
        var layout = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Spacing.AFTER)
                        .withObjectEntrySpacing(Spacing.AFTER)
                        .withArrayValueSpacing(Spacing.AFTER))
                .withObjectIndenter(NONE)
                .withArrayIndenter(NONE);
        try (JsonGenerator out = JsonForms.factory().createGenerator(text).setPrettyPrinter(layout)) {
            writing.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be written", e);
        }
        return text.toString();
    }

    static String text(String value) {
        return of(out -> out.writeString(value));
    }

    /** The fields that change with time, by name, each with its value as text; those that are not known are not there. */
    static Map<String, String> figures(Found.Limits limits, Found.Figures figures) {
        var fields = new LinkedHashMap<String, String>();
        if (limits.input() > 0) {
            fields.put("input_limit", Long.toString(limits.input()));
        }
        if (figures.isDeprecated()) {
            fields.put("deprecated", "true");
        }
        if (figures.deprecatedOn() != null) {
            fields.put("lifecycle", of(out -> {
                out.writeStartObject();
                out.writeStringField("deprecated", figures.deprecatedOn());
                out.writeEndObject();
            }));
        }
        if (!figures.prices().isEmpty()) {
            fields.put("prices", prices(figures.prices()));
        }
        if (!figures.tiers().isEmpty()) {
            fields.put("service_tiers", of(out -> {
                out.writeStartObject();
                for (var tier : figures.tiers().entrySet()) {
                    number(out, tier.getKey(), tier.getValue());
                }
                out.writeEndObject();
            }));
        }
        return fields;
    }

    static String prices(List<Price.Period> periods) {
        return of(out -> periods(out, periods));
    }

    static String thinking(Thinking thinking) {
        return of(out -> {
            out.writeStartObject();
            if (!thinking.levels().isEmpty()) {
                out.writeArrayFieldStart("levels");
                for (Effort level : thinking.levels()) {
                    out.writeString(level.word());
                }
                out.writeEndArray();
            }
            if (thinking.budget() != null) {
                out.writeObjectFieldStart("budget");
                out.writeNumberField("min", thinking.budget().least());
                out.writeNumberField("max", thinking.budget().most());
                out.writeEndObject();
            }
            out.writeBooleanField("can_be_off", thinking.canBeOff());
            out.writeEndObject();
        });
    }

    static String source(Collection<String> covers, String source, String date) {
        return of(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("covers");
            for (String field : covers) {
                out.writeString(field);
            }
            out.writeEndArray();
            out.writeStringField("source", source);
            out.writeStringField("date", date);
            out.writeEndObject();
        });
    }

    private static void periods(JsonGenerator out, List<Price.Period> periods) throws IOException {
        out.writeStartArray();
        for (Price.Period period : periods) {
            out.writeStartObject();
            days(out, period.from(), period.until());
            price(out, period.price());
            if (!period.daily().isEmpty()) {
                out.writeArrayFieldStart("daily");
                for (Price.Daily daily : period.daily()) {
                    out.writeStartObject();
                    days(out, daily.from(), daily.until());
                    price(out, daily.price());
                    out.writeEndObject();
                }
                out.writeEndArray();
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void days(JsonGenerator out, @Nullable String from, @Nullable String until) throws IOException {
        if (from != null) {
            out.writeStringField("from", from);
        }
        if (until != null) {
            out.writeStringField("until", until);
        }
    }

    private static void price(JsonGenerator out, Price price) throws IOException {
        rates(out, price.rates());
        if (!price.above().isEmpty()) {
            out.writeArrayFieldStart("above");
            for (Price.Above above : price.above()) {
                out.writeStartObject();
                out.writeNumberField("input_tokens", above.inputTokens());
                rates(out, above.rates());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
    }

    private static void rates(JsonGenerator out, Map<Part, BigDecimal> rates) throws IOException {
        for (var rate : rates.entrySet()) {
            number(out, rate.getKey().field(), rate.getValue());
        }
    }

    private static void number(JsonGenerator out, String field, BigDecimal number) throws IOException {
        out.writeFieldName(field);
        out.writeNumber(Numbers.plain(number));
    }
}
