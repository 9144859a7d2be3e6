package dev.mete.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskReading;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import dev.mete.engine.task.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TaskSchemaJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Feature> FEATURES = List.of(
            new Feature("tokens", FeatureType.Quantity.of(Unit.TOKENS), null, "how many"),
            new Feature("cost", FeatureType.Quantity.of(Unit.MONEY), null, "how dear"),
            new Feature("wait", FeatureType.Quantity.of(Unit.DURATION), new Value.Scalar(20_000), "how long"),
            new Feature("share", FeatureType.Quantity.of(Unit.PERCENT), null, ""),
            new Feature("tries", new FeatureType.Quantity(Unit.NUMBER, 0, 3_000_000_000L), null, ""),
            new Feature("tier", new FeatureType.OneOf(List.of("free", "pro"), true), new Value.Scalar(1), ""),
            new Feature("stream", new FeatureType.Flag(), Value.flag(true), ""),
            new Feature("tenant", new FeatureType.Text(), new Value.Words("me"), ""),
            new Feature("tags", new FeatureType.TextSet(), new Value.Members(Set.of("b", "a")), ""));

    private static final TaskSchema TASKS = TaskSchema.of(FEATURES, slots(0, 1, 2));
    private static final JsonNode WRITTEN = written();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(WRITTEN);

    private static final List<String> VALUES = List.of(
            "1",
            "3.0",
            "1.5",
            "-1",
            "2000",
            "1e12",
            "true",
            "null",
            "\"free\"",
            "\"$50\"",
            "\"20s\"",
            "\"12.5%\"",
            "\"1_000\"",
            "\"1.5h\"",
            "\"\"",
            "\"five\"",
            "\"20 s\"",
            "\"$5s\"",
            "[]",
            "[\"a\"]",
            "[1]",
            "{}");

    static List<String> tasks() {
        var names = new ArrayList<>(List.of("unknown"));
        FEATURES.forEach(feature -> {
            names.add(feature.name());
            names.add(feature.jsonName());
        });
        var tasks = new ArrayList<>(List.of(
                "{}",
                "{\"tokens\": 1}",
                "{\"cost_usd\": 1}",
                "{\"tokens\": 1, \"cost_usd\": 1, \"cost\": \"$1\"}",
                "{\"tokens\": 1, \"cost_usd\": 1, \"wait\": \"1s\", \"wait_ms\": 1}"));
        for (String name : names) {
            String cost = name.startsWith("cost") ? "" : ", \"cost\": \"$1\"";
            String tokens = name.equals("tokens") ? "" : ", \"tokens\": 1";
            VALUES.forEach(value -> tasks.add("{\"" + name + "\": " + value + cost + tokens + "}"));
        }
        return tasks.stream().distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void theSchemaTakesWhatADecisionTakes(String task) throws IOException {
        assertThat(SCHEMA.validate(JSON.readTree(task)).isEmpty())
                .as(SCHEMA.validate(JSON.readTree(task)).toString())
                .isEqualTo(isAccepted(task));
    }

    @Test
    void everyFeatureIsDescribedWithItsDefault() {
        var properties = WRITTEN.get("properties");

        assertThat(properties.get("cost_usd").toString())
                .isEqualTo("{\"description\":\"how dear\",\"type\":\"number\",\"minimum\":0,\"maximum\":1000000000}");
        assertThat(properties.get("wait").get("default").asText()).isEqualTo("20s");
        assertThat(properties.get("wait_ms").get("default").asInt()).isEqualTo(20_000);
        assertThat(properties.get("tier").get("default").asText()).isEqualTo("pro");
        assertThat(properties.get("stream").get("default").asBoolean()).isTrue();
        assertThat(properties.get("tenant").get("default").asText()).isEqualTo("me");
        assertThat(properties.get("tags").get("default").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(properties.get("share").has("description")).isFalse();
    }

    @Test
    void theSchemaIsOneOfItsDialect() {
        var dialect = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(dialect.validate(WRITTEN)).isEmpty();
    }

    @Test
    void aPolicyThatReadsNothingRequiresNothing() throws IOException {
        var schema = JSON.readTree(write(TaskSchema.of(List.of(FEATURES.getFirst()), new BitSet())));

        assertThat(schema.get("required").isEmpty()).isTrue();
        assertThat(schema.has("allOf")).isFalse();
    }

    private static boolean isAccepted(String task) throws IOException {
        try (JsonParser parser = JsonForms.factory().createParser(task)) {
            parser.nextToken();
            return TaskJson.read(parser, TASKS, "") instanceof TaskReading.Accepted;
        }
    }

    private static JsonNode written() {
        try {
            return JSON.readTree(write(TASKS));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String write(TaskSchema schema) throws IOException {
        var written = new StringWriter();
        try (var out = JsonForms.factory().createGenerator(written)) {
            TaskSchemaJson.write(out, schema);
        }
        return written.toString();
    }

    private static BitSet slots(int... slots) {
        var set = new BitSet();
        for (int slot : slots) {
            set.set(slot);
        }
        return set;
    }
}
