package dev.mete.engine.json.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a price map; numbers are kept as they are written, since a float would not be exact. Immutable. */
sealed interface Given {
    record Text(String text) implements Given {}

    record Digits(String digits) implements Given {}

    record Flag(boolean value) implements Given {}

    record Nothing() implements Given {}

    record Items(List<Given> items) implements Given {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Fields(Map<String, Given> fields) implements Given {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** The value that starts with the current token; the parser ends at its last one. */
    static Given read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> new Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(parser.getText());
            case VALUE_TRUE -> new Flag(true);
            case VALUE_FALSE -> new Flag(false);
            case VALUE_NULL -> new Nothing();
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value starts with " + parser.currentToken());
        };
    }

    private static Given fields(JsonParser parser) throws IOException {
        var fields = new LinkedHashMap<String, Given>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, read(parser));
        }
        return new Fields(fields);
    }

    private static Given items(JsonParser parser) throws IOException {
        var items = new ArrayList<Given>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(parser));
        }
        return new Items(items);
    }

    /** The value in a few words, for messages. */
    default String form() {
        return switch (this) {
            case Text(String text) -> "the text \"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
            case Digits(String digits) -> digits;
            case Flag(boolean value) -> Boolean.toString(value);
            case Nothing() -> "null";
            case Items(var _) -> "a list";
            case Fields(var _) -> "an object";
        };
    }
}
