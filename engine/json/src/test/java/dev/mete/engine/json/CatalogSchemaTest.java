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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors use and the reader that policies are checked by say the same of a catalog. */
final class CatalogSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(file("catalog.schema.json"));

    /** What no schema can say: two figures that do not go together, an id that is there twice, a field without a source. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of("C0004", "C0008", "C0009");

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
            "{\"min\": 1, \"max\": 2}");

    /** The shipped catalog with one value of its first two models replaced or removed at a time. */
    static Stream<String> catalogs() {
        var catalog = (ObjectNode) file("catalog.json");
        var models = catalog.putArray("models")
                .addAll(List.of(
                        file("catalog.json").get("models").get(0),
                        file("catalog.json").get("models").get(2)));
        var pointers = new ArrayList<String>();
        collect(catalog, "", pointers);
        assertThat(models).hasSize(2);
        return pointers.stream().flatMap(pointer -> changed(catalog, pointer));
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
