package dev.mete.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/** A request of a page with the answer that the page promises; {@code …} in the answer stands for what is left out. Immutable. */
record HttpExample(String method, String path, String type, String body, String answer) {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String LEFT_OUT = "…";

    static HttpExample of(String request, String answer) {
        String[] line = request.lines().findFirst().orElseThrow().split(" ", 4);
        assertThat(line).hasSize(3).endsWith("HTTP/1.1");
        return new HttpExample(line[0], line[1], type(request), body(request), answer);
    }

    /** Sends the request and holds its answer to the page. */
    void run(Client client) {
        Reply reply = method.equals("GET") ? client.get(path) : client.post(path, type, body.getBytes(UTF_8));

        assertThat(answer).as(reply.text()).startsWith("HTTP/1.1 " + reply.status() + " ");
        assertThat(reply.mediaType()).isEqualTo(type(answer));
        List<String> promised = values(body(answer), reply.mediaType());
        List<String> got = values(reply.text(), reply.mediaType());
        assertThat(got).hasSameSizeAs(promised);
        for (int i = 0; i < got.size(); i++) {
            fits(read(got.get(i)), read(promised.get(i)), "");
        }
    }

    private static void fits(JsonNode got, JsonNode promised, String pointer) {
        assertThat(got.getNodeType()).as(pointer).isEqualTo(promised.getNodeType());
        switch (promised.getNodeType()) {
            case OBJECT -> {
                promised.properties().stream()
                        .filter(field -> !field.getKey().equals(LEFT_OUT))
                        .forEach(field ->
                                fits(got.path(field.getKey()), field.getValue(), pointer + "/" + field.getKey()));
                if (!promised.has(LEFT_OUT)) {
                    assertThat(got.fieldNames())
                            .toIterable()
                            .as("the fields of `%s`", pointer)
                            .hasSize(promised.size());
                }
            }
            case ARRAY -> {
                boolean isAll = promised.isEmpty()
                        || !promised.get(promised.size() - 1).asText().equals(LEFT_OUT);
                int size = isAll ? promised.size() : promised.size() - 1;
                assertThat(got.size()).as("the members of `%s`", pointer).isBetween(size, isAll ? size : got.size());
                for (int i = 0; i < size; i++) {
                    fits(got.get(i), promised.get(i), pointer + "/" + i);
                }
            }
            case STRING -> {
                String text = promised.asText();
                boolean isStart = text.endsWith(LEFT_OUT);
                String start = isStart ? text.substring(0, text.length() - 1) : text;
                assertThat(isStart && got.asText().startsWith(start) ? start : got.asText())
                        .as(pointer)
                        .isEqualTo(start);
            }
            case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO ->
                assertThat(got).as(pointer).isEqualTo(promised);
        }
    }

    private static List<String> values(String text, String type) {
        return type.equals(Route.NDJSON) ? text.lines().toList() : List.of(text);
    }

    private static String type(String message) {
        return message.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.startsWith("Content-Type: "))
                .map(line -> line.substring("Content-Type: ".length()))
                .findFirst()
                .orElse("");
    }

    private static String body(String message) {
        int end = message.indexOf("\n\n");
        return end < 0 ? "" : message.substring(end + 2);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }
}
