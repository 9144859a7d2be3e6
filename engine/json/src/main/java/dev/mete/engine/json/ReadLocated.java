package dev.mete.engine.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Optional;

/** Reads a JSON text into values that know their places. Not thread-safe; used once. */
public final class ReadLocated {
    /** What of a pointer messages show at most. */
    private static final int LONGEST_POINTER = 200;

    private final Source source;
    private final FormReading form;
    private int depth;

    /** A reader of one text, which notes what is wrong with it. */
    public ReadLocated(Source source, FormReading form) {
        this.source = source;
        this.form = form;
    }

    /** The value, or nothing where the text is no JSON; the form then has the reason. */
    public Optional<Located> read() {
        try (JsonParser parser = JsonForms.lenientInDepth().createParser(source.text())) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                form.error(FormReading.NO_TEXT, source.start(), "the file is empty", "write a JSON object into it");
                return Optional.empty();
            }
            Located value = value(parser, first, "");
            if (parser.nextToken() != null) {
                form.error(FormReading.NO_TEXT, span(parser), "there is more after the end of the object", "remove it");
                return Optional.empty();
            }
            return Optional.of(value);
        } catch (StreamConstraintsException e) {
            form.error(FormReading.TOO_LARGE, place(e), "the JSON is beyond a limit: " + JsonForms.message(e), null);
        } catch (JsonProcessingException e) {
            form.error(FormReading.NO_TEXT, place(e), "the file is not valid JSON: " + JsonForms.message(e), null);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return Optional.empty();
    }

    private Located value(JsonParser parser, JsonToken token, String pointer) throws IOException {
        Span span = span(parser);
        if (token.isStructStart() && ++depth > JsonForms.DEEPEST) {
            depth--;
            return leftOut(parser, span, pointer);
        }
        return switch (token) {
            case START_OBJECT -> fields(parser, span, pointer);
            case START_ARRAY -> items(parser, span, pointer);
            case VALUE_STRING -> new Located.Text(parser.getText(), span, pointer);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Located.Digits(parser.getText(), span, pointer);
            case VALUE_TRUE -> new Located.Flag(true, span, pointer);
            case VALUE_FALSE -> new Located.Flag(false, span, pointer);
            case VALUE_NULL -> new Located.Nothing(span, pointer);
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value starts with " + token);
        };
    }

    /** Notes what is nested too deep and goes on after it. */
    private Located leftOut(JsonParser parser, Span start, String pointer) throws IOException {
        form.error(
                FormReading.TOO_LARGE,
                start,
                "the JSON is beyond a limit: more than " + JsonForms.DEEPEST + " levels deep at `" + shortened(pointer)
                        + "`",
                "remove what is nested there");
        parser.skipChildren();
        return new Located.Nothing(start, pointer);
    }

    private static String shortened(String pointer) {
        return pointer.length() > LONGEST_POINTER ? pointer.substring(0, LONGEST_POINTER) + "…" : pointer;
    }

    private Located fields(JsonParser parser, Span start, String pointer) throws IOException {
        var fields = new ArrayList<Located.Field>();
        while (next(parser) == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            Span nameSpan = span(parser);
            Located value = value(parser, next(parser), Located.pointer(pointer, name));
            fields.add(new Located.Field(name, nameSpan, value));
        }
        depth--;
        return new Located.Fields(fields, start.to(span(parser)), pointer);
    }

    private Located items(JsonParser parser, Span start, String pointer) throws IOException {
        var items = new ArrayList<Located>();
        for (JsonToken token = next(parser); token != JsonToken.END_ARRAY; token = next(parser)) {
            items.add(value(parser, token, Located.pointer(pointer, Integer.toString(items.size()))));
        }
        depth--;
        return new Located.Items(items, start.to(span(parser)), pointer);
    }

    /** The next token; within an object or array the parser itself refuses the end of the text. */
    private static JsonToken next(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new IllegalStateException("the text ended within a value");
        }
        return token;
    }

    /** The words of the current token. The parser reads ahead, so that only where a token starts is certain; the end is looked for. */
    private Span span(JsonParser parser) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        return source.span(start, end(source.text(), start));
    }

    private static int end(String text, int start) {
        if (text.charAt(start) == '"') {
            int end = start + 1;
            while (end < text.length() && text.charAt(end) != '"') {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(end + 1, text.length());
        }
        int end = start;
        while (end < text.length() && isLiteral(text.charAt(end))) {
            end++;
        }
        return Math.max(end, start + 1);
    }

    private static boolean isLiteral(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '+' || c == '.';
    }

    private Span place(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        long offset = location == null ? 0 : location.getCharOffset();
        int start = Math.clamp(offset, 0, source.text().length());
        return source.span(start, Math.min(start + 1, source.text().length()));
    }
}
