package dev.mete.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.Unit;
import dev.mete.engine.task.Value;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes a task as it is posted, each feature with a value under its name. Stateless, thread-safe. */
public final class WriteTask {
    private WriteTask() {}

    /** Writes an object of features. */
    public static void write(JsonGenerator out, Task task) throws IOException {
        out.writeStartObject();
        for (int slot = 0; slot < task.schema().size(); slot++) {
            Value value = task.value(slot);
            if (value != null) {
                Feature feature = task.schema().feature(slot);
                out.writeFieldName(feature.jsonName());
                write(out, feature.type(), value);
            }
        }
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, FeatureType type, Value value) throws IOException {
        switch (value) {
            case Value.Words(String text) -> out.writeString(text);
            case Value.Members(var members) -> {
                out.writeStartArray();
                for (String member : members.stream().sorted().toList()) {
                    out.writeString(member);
                }
                out.writeEndArray();
            }
            case Value.Scalar(long number) -> {
                switch (type) {
                    case FeatureType.Flag() -> out.writeBoolean(number != 0);
                    case FeatureType.OneOf(var values, var _) -> out.writeString(values.get((int) number));
                    case FeatureType.Quantity(var unit, var _, var _) ->
                        out.writeNumber(unit == Unit.DURATION ? BigDecimal.valueOf(number) : unit.inUnits(number));
                    case FeatureType.Text(), FeatureType.TextSet() ->
                        throw new IllegalArgumentException("a number for a text");
                }
            }
        }
    }
}
