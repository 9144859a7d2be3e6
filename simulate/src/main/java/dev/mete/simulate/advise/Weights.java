package dev.mete.simulate.advise;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mete.engine.json.JsonForms;
import dev.mete.engine.json.TaskJson;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskReading;
import dev.mete.engine.task.TaskSchema;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a task a comparison goes by: what an error costs and how long the caller can wait. All else is passed over. Thread-safe. */
final class Weights {
    private static final List<String> NAMES = List.of(StandardFeatures.ERROR_COST, StandardFeatures.LATENCY_TOLERANCE);
    private static final ObjectMapper JSON = new ObjectMapper(JsonForms.factory());

    private final TaskSchema schema;

    private Weights(List<Feature> features) {
        this.schema = TaskSchema.of(
                features.stream()
                        .filter(feature -> NAMES.contains(feature.name()))
                        .toList(),
                new BitSet());
    }

    /** As every policy has them. */
    static Weights standard() {
        return new Weights(StandardFeatures.all());
    }

    /** As a policy has them, with its bounds and defaults. */
    static Weights of(TaskSchema schema) {
        return new Weights(schema.features());
    }

    /** What a task tells; null for what it does not. */
    record Read(@Nullable Long errorCostNanos, @Nullable Long toleranceMillis) {}

    Read of(JsonNode task) throws IOException {
        ObjectNode own = JSON.createObjectNode();
        for (Feature feature : schema.features()) {
            for (String name : List.of(feature.name(), feature.jsonName())) {
                if (task.hasNonNull(name)) {
                    own.set(name, task.get(name));
                }
            }
        }
        try (JsonParser parser = JsonForms.factory().createParser(JSON.writeValueAsBytes(own))) {
            parser.nextToken();
            return switch (TaskJson.read(parser, schema, "")) {
                case TaskReading.Accepted(Task read) ->
                    new Read(
                            number(read, StandardFeatures.ERROR_COST),
                            number(read, StandardFeatures.LATENCY_TOLERANCE));
                case TaskReading.Refused(var problems) -> {
                    var first = problems.getFirst();
                    throw new ReadCall.Unusable(first.message() + (first.help() == null ? "" : "; " + first.help()));
                }
            };
        }
    }

    private static @Nullable Long number(Task task, String feature) {
        int slot = task.schema().slot(feature);
        return slot >= 0 && task.has(slot) ? (Long) task.number(slot) : null;
    }
}
