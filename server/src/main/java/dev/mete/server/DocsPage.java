package dev.mete.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mete.server.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The OpenAPI description as a page that needs no script and no network. Not thread-safe; used once. */
final class DocsPage {
    private static final String STYLE = """
            :root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
            code,pre{font:14px/1.4 ui-monospace,monospace}h2{margin-top:2.5rem}h3{margin:1.5rem 0 .25rem}
            table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-top:1px solid #8884}
            :target{background:#fd06}
            """;

    private final JsonNode description;
    private final StringBuilder html = new StringBuilder();

    DocsPage(JsonNode description) {
        this.description = description;
    }

    byte[] toBytes() {
        JsonNode info = description.get("info");
        html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escaped(info.get("title").asText()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>");
        element("h1", info.get("title").asText() + " " + info.get("version").asText());
        element("p", info.get("summary").asText());
        element("p", info.get("description").asText());
        html.append("<p><a href=\"/openapi.json\">openapi.json</a></p>");
        contents();
        element("h2", "Addresses");
        description.get("paths").properties().forEach(this::path);
        html.append("<h2 id=\"problems\">Problems</h2>");
        problems();
        html.append("<h2 id=\"forms\">Forms</h2>");
        description.get("components").get("schemas").properties().forEach(this::form);
        return html.append("</body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void contents() {
        html.append("<ul>");
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> html.append("<li><a href=\"#")
                                .append(escaped(
                                        operation.getValue().get("operationId").asText()))
                                .append("\"><code>")
                                .append(operation.getKey().toUpperCase(java.util.Locale.ROOT))
                                .append(' ')
                                .append(escaped(path.getKey()))
                                .append("</code></a></li>")));
        html.append("<li><a href=\"#problems\">Problems</a></li><li><a href=\"#forms\">Forms</a></li></ul>");
    }

    private void path(Map.Entry<String, JsonNode> path) {
        path.getValue().properties().forEach(operation -> {
            JsonNode about = operation.getValue();
            html.append("<h3 id=\"")
                    .append(escaped(about.get("operationId").asText()))
                    .append("\"><code>");
            html.append(operation.getKey().toUpperCase(java.util.Locale.ROOT)).append(' ');
            html.append(escaped(path.getKey())).append("</code></h3>");
            element("p", about.get("summary").asText());
            if (about.has("description")) {
                element("p", about.get("description").asText());
            }
            parameters(about.path("parameters"));
            content("takes", about.path("requestBody"));
            html.append("<table>");
            about.get("responses").properties().forEach(this::response);
            html.append("</table>");
        });
    }

    private void parameters(JsonNode parameters) {
        parameters.forEach(reference -> {
            JsonNode parameter = resolved(reference);
            html.append("<div>").append(escaped(parameter.get("in").asText())).append(" <code>");
            html.append(escaped(parameter.get("name").asText())).append("</code> ");
            html.append(type(parameter.get("schema"))).append(": ");
            html.append(escaped(parameter.get("description").asText())).append("</div>");
        });
    }

    private void response(Map.Entry<String, JsonNode> response) {
        JsonNode about = resolved(response.getValue());
        html.append("<tr><td>").append(escaped(response.getKey())).append("</td><td>");
        html.append(escaped(about.get("description").asText()));
        content("", about);
        about.path("headers")
                .fieldNames()
                .forEachRemaining(header -> html.append("<div>header <code>")
                        .append(escaped(header))
                        .append("</code></div>"));
        html.append("</td></tr>");
    }

    private void content(String verb, JsonNode body) {
        body.path("content").properties().forEach(type -> {
            boolean isOfLines = type.getValue().has("x-line");
            JsonNode schema = type.getValue().get(isOfLines ? "x-line" : "schema");
            html.append("<div>")
                    .append(verb)
                    .append(" <code>")
                    .append(escaped(type.getKey()))
                    .append("</code> ");
            html.append(isOfLines ? "lines, each " : "").append(type(schema)).append("</div>");
        });
    }

    private void problems() {
        html.append("<table>");
        for (ProblemKind kind : ProblemKind.values()) {
            html.append("<tr id=\"").append(kind.slug()).append("\"><td><code>").append(kind.slug());
            html.append("</code></td><td>").append(kind.status()).append("</td><td>");
            html.append(escaped(kind.title())).append("</td></tr>");
        }
        html.append("</table>");
    }

    private void form(Map.Entry<String, JsonNode> form) {
        JsonNode schema = form.getValue();
        html.append("<h3 id=\"form-")
                .append(escaped(form.getKey()))
                .append("\">")
                .append(escaped(form.getKey()));
        html.append("</h3>");
        element("p", schema.path("description").asText());
        if (!schema.has("properties")) {
            html.append("<p>").append(type(schema)).append("</p>");
            return;
        }
        html.append("<table>");
        fields("", schema);
        html.append("</table>");
    }

    /** A row for each field, and for those of the objects within that have no name of their own. */
    private void fields(String within, JsonNode schema) {
        schema.path("properties").properties().forEach(property -> {
            JsonNode value = property.getValue();
            String name = within + property.getKey();
            html.append("<tr><td><code>").append(escaped(name)).append("</code></td><td>");
            html.append(type(value)).append(isRequired(schema, property.getKey()) ? "" : ", optional");
            html.append("</td><td>").append(escaped(value.path("description").asText()));
            html.append("</td></tr>");
            fields(name + ".", value.has("items") ? value.get("items") : value);
        });
    }

    private static boolean isRequired(JsonNode schema, String field) {
        return schema.path("required")
                .valueStream()
                .anyMatch(name -> name.asText().equals(field));
    }

    /** A schema in a word or two, with a link where it has a name. */
    private String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asText();
            String form = escaped(name.substring(name.lastIndexOf('/') + 1));
            return "<a href=\"#form-" + form + "\">" + form + "</a>";
        }
        if (schema.has("items")) {
            return "array of " + type(schema.get("items"));
        }
        for (String words : new String[] {"enum", "const", "anyOf"}) {
            if (schema.has(words)) {
                return words.equals("anyOf")
                        ? anyOf(schema.get(words))
                        : "<code>" + escaped(schema.get(words).toString()) + "</code>";
            }
        }
        return escaped(schema.path("format").asText(schema.path("type").asText()));
    }

    private String anyOf(JsonNode schemas) {
        var text = new StringBuilder();
        schemas.forEach(schema -> text.append(text.isEmpty() ? "" : " or ").append(type(schema)));
        return text.toString();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description.at(node.get("$ref").asText().substring(1)) : node;
    }

    private void element(String name, String text) {
        html.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
