package dev.mete.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.List;

/** What the service answered. */
record Reply(int status, HttpHeaders headers, String text) {
    String mediaType() {
        return headers.firstValue("Content-Type").orElse("").split(";", 2)[0].strip();
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    /** The text at a JSON pointer. */
    String at(String pointer) {
        return json().at(pointer).asText();
    }

    /** A field of everything that is wrong. */
    List<String> problems(String field) {
        return json().get("problems")
                .valueStream()
                .map(item -> item.path(field).asText())
                .toList();
    }
}
