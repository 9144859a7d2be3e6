package dev.mete.engine.json;

import dev.mete.engine.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of a JSON-like file with its place, so that messages can underline it. Immutable. */
public sealed interface Located {
    /** The words that the value was written with. */
    Span span();

    /** The JSON pointer (RFC 6901) of the value; empty for the whole file. */
    String pointer();

    /** A text. */
    record Text(String text, Span span, String pointer) implements Located {}

    /** A number as it was written. */
    record Digits(String digits, Span span, String pointer) implements Located {}

    /** True or false. */
    record Flag(boolean value, Span span, String pointer) implements Located {}

    /** Null, or nothing at all. */
    record Nothing(Span span, String pointer) implements Located {}

    /** Values in order. */
    record Items(List<Located> items, Span span, String pointer) implements Located {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Named values in order, duplicates included. */
    record Fields(List<Field> fields, Span span, String pointer) implements Located {
        public Fields {
            fields = List.copyOf(fields);
        }

        /** The value of the first field of a name. */
        public @Nullable Located value(String name) {
            return fields.stream()
                    .filter(field -> field.name().equals(name))
                    .findFirst()
                    .map(Field::value)
                    .orElse(null);
        }
    }

    /** A name and its value. */
    record Field(String name, Span nameSpan, Located value) {}

    /** The pointer of a value within the one at this pointer. */
    static String pointer(String within, String name) {
        return within + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The value's form with its article, for messages. */
    default String form() {
        return switch (this) {
            case Text(var text, var _, var _) ->
                "the text \"" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "\"";
            case Digits(var digits, var _, var _) -> "the number " + digits;
            case Flag(boolean value, var _, var _) -> Boolean.toString(value);
            case Nothing _ -> "nothing";
            case Items(var items, var _, var _) -> items.isEmpty() ? "an empty list" : "a list";
            case Fields _ -> "an object";
        };
    }
}
