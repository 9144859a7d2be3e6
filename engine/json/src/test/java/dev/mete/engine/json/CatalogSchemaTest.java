package dev.mete.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors use and the reader that policies are checked by say the same of a catalog. */
final class CatalogSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(file("catalog.schema.json"));

    /** What no schema can say: two figures that do not go together, an id that is there twice, a field without a source. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of("C0004", "C0008", "C0009", "C0010", "C0011");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "12",
            "\"\"",
            "\"x\"",
            "\"A b/c\"",
            "\"2026-01-01\"",
            "\"none\"",
            "\"high\"",
            "[]",
            "[\"name\"]",
            "[\"low\", \"low\"]",
            "{}",
            "{\"min\": 1, \"max\": 2}",
            "0.5",
            "0.0000001",
            "1000000000",
            "\"2026-01-01T06:00:00Z\"",
            "\"23:30\"",
            "\"24:00\"",
            "{\"batch\": 0.5}",
            "{\"p50\": 1}",
            "{\"p50\": 1, \"p95\": 2}",
            "[{\"input\": 1, \"output\": 2}]",
            "[{\"effort\": \"none\", \"probability\": 1}]");

    /** A model with every field that there is, and one on GPUs of one's own. */
    private static final String FULL = """
            [{"id": "acme/full", "provider": "acme", "api": "openai.responses", "name": "full",
              "context_window": 400000, "input_limit": 272000, "output_limit": 128000,
              "thinking": {"levels": ["low", "high"], "can_be_off": true},
              "lifecycle": {"deprecated": "2026-10-01", "retired": "2027-02-01"},
              "prices": [
                {"until": "2026-08-21", "input": 5, "cached_input": 0.5, "cache_write": 6.25, "output": 30},
                {"from": "2026-08-21", "input": 4, "output": 20, "reasoning": 25,
                 "above": [{"input_tokens": 200000, "input": 8, "output": 30}],
                 "daily": [{"from": "22:00", "until": "04:00", "input": 8, "above": [{"input_tokens": 100, "input": 9}]}]}],
              "service_tiers": {"batch": 0.5, "flex": 0.5},
              "service_tier": "flex",
              "speeds": [{"effort": "low", "first_token_ms": {"p50": 900, "p95": 2500}, "tokens_per_second": 80,
                          "thinks_before_first_token": true}],
              "thinking_lengths": [{"effort": "low", "tokens": {"p5": 50, "p50": 792, "p99_9": 12607}}],
              "errors": [{"effort": "low", "type": "code_generation", "complexity": "high", "probability": 0.187},
                         {"effort": "none", "probability": 0.3}],
              "notes": "a note",
              "sources": [{"covers": ["id", "provider", "api", "name", "context_window", "input_limit", "output_limit",
                                      "thinking", "lifecycle", "prices", "service_tiers", "service_tier", "speeds",
                                      "thinking_lengths", "errors"],
                           "source": "a price map", "date": "2026-11-20"}]},
             {"id": "acme/own", "provider": "acme", "api": "vllm.chat", "name": "own",
              "context_window": 400000, "output_limit": 128000, "deprecated": true,
              "self_hosted": {"gpu_hour": 2.5, "gpus": 2, "sequences": 32, "tokens_per_second": 40,
                              "input_tokens_per_second": 5000},
              "sources": [{"covers": ["id", "provider", "api", "name", "context_window", "output_limit", "thinking",
                                      "deprecated", "self_hosted"],
                           "source": "a measurement", "date": "2026-11-20"}]}]""";

    /** A small catalog with one value replaced or removed at a time. */
    static Stream<String> catalogs() {
        var catalog = (ObjectNode) file("catalog.json");
        catalog.put("as_of", "2026-11-22");
        catalog.set("models", tree(FULL));
        var pointers = new ArrayList<String>();
        collect(catalog, "", pointers);
        return pointers.stream().flatMap(pointer -> changed(catalog, pointer));
    }

    @Test
    void theSchemaAndTheReaderTakeTheShippedCatalogAndOneWithEveryField() {
        var full = ((ObjectNode) file("catalog.json")).put("as_of", "2026-11-22");
        full.set("models", tree(FULL));

        for (JsonNode catalog : List.of(file("catalog.json"), full)) {
            assertThat(SCHEMA.validate(catalog)).isEmpty();
            assertThat(CatalogJson.read(Source.of("catalog.json", catalog.toString())))
                    .isInstanceOf(CatalogReading.Read.class);
        }
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void theReaderRefusesWhatTheSchemaRefuses(String catalog) throws IOException {
        var errors = SCHEMA.validate(JSON.readTree(catalog));
        var diagnostics = switch (CatalogJson.read(Source.of("catalog.json", catalog))) {
            case CatalogReading.Read _ -> List.<Diagnostic>of();
            case CatalogReading.Failed(var found) -> found;
        };

        if (errors.isEmpty()) {
            assertThat(diagnostics).extracting(Diagnostic::code).isSubsetOf(BEYOND_A_SCHEMA);
        } else {
            assertThat(diagnostics).as(errors.toString()).isNotEmpty();
        }
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        if (!pointer.isEmpty()) {
            pointers.add(pointer);
        }
        node.properties()
                .forEach(field -> collect(field.getValue(), Located.pointer(pointer, field.getKey()), pointers));
        if (node instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                collect(items.get(i), pointer + "/" + i, pointers);
            }
        }
    }

    private static Stream<String> changed(ObjectNode catalog, String pointer) {
        return Stream.concat(
                Stream.of(with(catalog, pointer, null)), VALUES.stream().map(value -> with(catalog, pointer, value)));
    }

    private static String with(ObjectNode catalog, String pointer, @Nullable String value) {
        var copy = catalog.deepCopy();
        int slash = pointer.lastIndexOf('/');
        String name = pointer.substring(slash + 1);
        switch (copy.at(pointer.substring(0, slash))) {
            case ObjectNode parent when value == null -> parent.remove(name);
            case ObjectNode parent -> parent.set(name, tree(value));
            case ArrayNode parent when value == null -> parent.remove(Integer.parseInt(name));
            case ArrayNode parent -> parent.set(Integer.parseInt(name), tree(value));
            case JsonNode other -> throw new AssertionError(other.toString());
        }
        return copy.toString();
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode file(String name) {
        try {
            return JSON.readTree(Path.of("../../rules", name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
