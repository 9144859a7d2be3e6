package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The contract, which every exchange of these tests is held to. Stricter than for callers: a field that it does not name is an error. */
final class OpenApi {
    static final OpenApi CONTRACT = new OpenApi();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final JsonNode components;
    private final Map<JsonNode, com.networknt.schema.Schema> schemas = new ConcurrentHashMap<>();

    private OpenApi() {
        try (InputStream in = MeteServer.class.getResourceAsStream("openapi.json")) {
            this.document = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.components = document.get("components");
        components.get("schemas").forEach(OpenApi::close);
    }

    /** Every method and path, as in {@code GET /v1/policies}. */
    Set<String> operations() {
        var operations = new TreeSet<String>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** The fields of a form, in order. */
    List<String> fields(String form) {
        var fields = new ArrayList<String>();
        components.at("/schemas/" + form + "/properties").fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    /** Holds an exchange to the contract. */
    void check(String method, String address, String type, byte[] request, Reply reply) {
        String path = address.split("\\?", 2)[0];
        Optional<JsonNode> operation = operation(method, path);
        JsonNode responses = operation.map(found -> found.get("responses")).orElse(null);
        if (responses == null) {
            assertThat(reply.status())
                    .as(method + " " + path + " is not in the contract")
                    .isIn(401, 404, 405, 406);
            fits(components.at("/schemas/Problem"), reply.text());
            return;
        }
        JsonNode response = responses.get(Integer.toString(reply.status()));
        assertThat(response)
                .as("%s %s answers %d: %s", method, path, reply.status(), reply.text())
                .isNotNull();
        body(resolved(response).path("content"), reply.mediaType(), reply.text(), reply.status() != 304);
        boolean isTaken =
                reply.status() == 200 && request.length > 0 && !reply.text().contains("/docs#");
        if (isTaken) {
            String sent = new String(request, java.nio.charset.StandardCharsets.UTF_8);
            body(operation.get().at("/requestBody/content"), type, sent, true);
        }
    }

    private void body(JsonNode content, String type, String text, boolean isExpected) {
        if (!isExpected) {
            assertThat(text).isEmpty();
            return;
        }
        JsonNode form = content.get(type);
        assertThat(form).as("the type `%s` of %s", type, text).isNotNull();
        if (form.has("x-line")) {
            text.lines().filter(line -> !line.isBlank()).forEach(line -> fits(form.get("x-line"), line));
        } else if (type.endsWith("json")) {
            fits(form.get("schema"), text);
        }
    }

    private void fits(JsonNode schema, String text) {
        try {
            assertThat(schemas.computeIfAbsent(schema, this::schema).validate(JSON.readTree(text)))
                    .as(text)
                    .isEmpty();
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    private com.networknt.schema.Schema schema(JsonNode schema) {
        ObjectNode root = JSON.createObjectNode();
        root.set("components", components);
        root.putArray("allOf").add(schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
    }

    private Optional<JsonNode> operation(String method, String path) {
        return document.get("paths").properties().stream()
                .filter(entry -> Pattern.matches(entry.getKey().replaceAll("\\{\\w+}", "[^/]+"), path))
                .map(entry -> entry.getValue().get(method.toLowerCase(Locale.ROOT)))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(OpenApi::close);
    }
}
