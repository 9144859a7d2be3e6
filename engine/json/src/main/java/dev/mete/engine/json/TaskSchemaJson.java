package dev.mete.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import dev.mete.engine.task.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a task of a policy may and must say as a JSON Schema (2020-12). Stateless, thread-safe. */
public final class TaskSchemaJson {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String NUMBER_TEXT = "-?\\d[\\d_]*(\\.\\d+)?";

    private TaskSchemaJson() {}

    /** Writes the schema as one object. A feature with a unit may be written in either of its two spellings, not in both. */
    public static void write(JsonGenerator out, TaskSchema schema) throws IOException {
        out.writeStartObject();
        out.writeStringField("$schema", DIALECT);
        out.writeStringField("type", "object");
        out.writeBooleanField("additionalProperties", false);
        out.writeObjectFieldStart("properties");
        for (Feature feature : schema.features()) {
            properties(out, feature);
        }
        out.writeEndObject();
        required(out, schema);
        out.writeEndObject();
    }

    private static void properties(JsonGenerator out, Feature feature) throws IOException {
        if (feature.type() instanceof FeatureType.Quantity quantity
                && quantity.unit().isDimensioned()) {
            describe(out, feature.name(), feature);
            unitText(out, quantity.unit());
            defaultText(out, feature);
            out.writeEndObject();
            describe(out, feature.jsonName(), feature);
            number(out, quantity);
            defaultNumber(out, feature, quantity.unit());
            out.writeEndObject();
        } else {
            describe(out, feature.name(), feature);
            type(out, feature);
            out.writeEndObject();
        }
    }

    private static void describe(JsonGenerator out, String name, Feature feature) throws IOException {
        out.writeObjectFieldStart(name);
        if (!feature.meaning().isEmpty()) {
            out.writeStringField("description", feature.meaning());
        }
    }

    private static void type(JsonGenerator out, Feature feature) throws IOException {
        switch (feature.type()) {
            case FeatureType.Flag() -> {
                out.writeStringField("type", "boolean");
                if (feature.defaultValue() instanceof Value.Scalar(long number)) {
                    out.writeBooleanField("default", number != 0);
                }
            }
            case FeatureType.OneOf(List<String> values, var _) -> {
                strings(out, "enum", values);
                if (feature.defaultValue() instanceof Value.Scalar(long number)) {
                    out.writeStringField("default", values.get((int) number));
                }
            }
            case FeatureType.Text() -> {
                out.writeStringField("type", "string");
                out.writeNumberField("maxLength", FeatureType.LONGEST_TEXT);
                defaultText(out, feature);
            }
            case FeatureType.TextSet() -> set(out, feature);
            case FeatureType.Quantity quantity -> {
                out.writeArrayFieldStart("anyOf");
                out.writeStartObject();
                number(out, quantity);
                out.writeEndObject();
                out.writeStartObject();
                unitText(out, quantity.unit());
                out.writeEndObject();
                out.writeEndArray();
                defaultNumber(out, feature, quantity.unit());
            }
        }
    }

    private static void set(JsonGenerator out, Feature feature) throws IOException {
        out.writeStringField("type", "array");
        out.writeObjectFieldStart("items");
        out.writeStringField("type", "string");
        out.writeNumberField("maxLength", FeatureType.LONGEST_TEXT);
        out.writeEndObject();
        out.writeNumberField("maxItems", FeatureType.LARGEST_SET);
        if (feature.defaultValue() instanceof Value.Members(var members)) {
            strings(out, "default", members.stream().sorted().toList());
        }
    }

    private static void number(JsonGenerator out, FeatureType.Quantity quantity) throws IOException {
        boolean isWhole = quantity.unit().scale() == 1;
        out.writeStringField("type", isWhole ? "integer" : "number");
        out.writeFieldName("minimum");
        out.writeNumber(quantity.unit().inUnits(quantity.least()).toPlainString());
        out.writeFieldName("maximum");
        out.writeNumber(quantity.unit().inUnits(quantity.most()).toPlainString());
    }

    /** A quantity as text; its bounds cannot be said here, the decision checks them. */
    private static void unitText(JsonGenerator out, Unit unit) throws IOException {
        out.writeStringField("type", "string");
        out.writeStringField(
                "pattern",
                switch (unit) {
                    case NUMBER, TOKENS -> "^" + NUMBER_TEXT + "$";
                    case MONEY -> "^\\$" + NUMBER_TEXT + "$";
                    case DURATION -> "^" + NUMBER_TEXT + "(ms|s|m|h|d)$";
                    case PERCENT -> "^" + NUMBER_TEXT + "%$";
                });
        out.writeArrayFieldStart("examples");
        out.writeString(
                switch (unit) {
                    case NUMBER -> "1.5";
                    case TOKENS -> "10_000";
                    case MONEY -> "$50";
                    case DURATION -> "20s";
                    case PERCENT -> "12.5%";
                });
        out.writeEndArray();
    }

    private static void defaultText(JsonGenerator out, Feature feature) throws IOException {
        @Nullable Value value = feature.defaultValue();
        if (value instanceof Value.Words(String text)) {
            out.writeStringField("default", text);
        } else if (value != null) {
            out.writeStringField("default", feature.type().format(value));
        }
    }

    private static void defaultNumber(JsonGenerator out, Feature feature, Unit unit) throws IOException {
        if (feature.defaultValue() instanceof Value.Scalar(long parts)) {
            out.writeFieldName("default");
            out.writeNumber(unit.inUnits(parts).toPlainString());
        }
    }

    private static void required(JsonGenerator out, TaskSchema schema) throws IOException {
        var names = new ArrayList<String>();
        var spelledTwice = new ArrayList<Feature>();
        var exclusive = new ArrayList<Feature>();
        for (int slot = 0; slot < schema.size(); slot++) {
            Feature feature = schema.feature(slot);
            boolean hasTwoNames = !feature.jsonName().equals(feature.name());
            if (hasTwoNames) {
                (schema.requires(slot) ? spelledTwice : exclusive).add(feature);
            } else if (schema.requires(slot)) {
                names.add(feature.name());
            }
        }
        strings(out, "required", names);
        if (spelledTwice.isEmpty() && exclusive.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("allOf");
        for (Feature feature : spelledTwice) {
            out.writeStartObject();
            out.writeArrayFieldStart("oneOf");
            requiring(out, List.of(feature.name()));
            requiring(out, List.of(feature.jsonName()));
            out.writeEndArray();
            out.writeEndObject();
        }
        for (Feature feature : exclusive) {
            out.writeStartObject();
            out.writeFieldName("not");
            requiring(out, List.of(feature.name(), feature.jsonName()));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void requiring(JsonGenerator out, List<String> names) throws IOException {
        out.writeStartObject();
        strings(out, "required", names);
        out.writeEndObject();
    }

    private static void strings(JsonGenerator out, String field, List<String> texts) throws IOException {
        out.writeArrayFieldStart(field);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }
}
