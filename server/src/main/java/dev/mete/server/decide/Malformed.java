package dev.mete.server.decide;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mete.engine.json.JsonForms;
import dev.mete.server.problem.Problem;
import dev.mete.server.problem.Problem.Item;
import dev.mete.server.problem.Problem.Place;
import dev.mete.server.problem.ProblemKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is wrong with a body that is no JSON, with line and column. Stateless, thread-safe. */
public final class Malformed {
    private Malformed() {}

    /** Nothing was sent. */
    public static Problem empty() {
        return at(ProblemKind.MALFORMED_JSON, "the body is empty", null, "send {\"task\": {…}}");
    }

    /** Something follows the end of the value. */
    public static Problem more(JsonParser parser) {
        return at(
                ProblemKind.MALFORMED_JSON,
                "there is more after the end of the value",
                parser.currentTokenLocation(),
                "remove it");
    }

    /** The text is no JSON, or beyond a limit, or no UTF-8; the parser that says so knows where. */
    public static Problem of(JsonProcessingException e, JsonParser parser) {
        String message = JsonForms.message(e);
        JsonLocation location = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        // no text has a NUL, and a text in UTF-16 or UTF-32 has many
        boolean isOtherEncoding = message.toLowerCase(Locale.ROOT).contains("utf-8") || message.contains("code 0)");
        boolean hasMark = message.contains("code 65279");
        return isOtherEncoding
                ? at(ProblemKind.NOT_UTF_8, message, location, "send UTF-8")
                : at(
                        ProblemKind.MALFORMED_JSON,
                        message,
                        location,
                        hasMark ? "send the text without a byte order mark" : null);
    }

    /** The body is not UTF-8; null where it is. */
    public static @Nullable Problem utf8(Body body) {
        var utf8 = new Utf8();
        int end = body.offset() + body.length();
        int wrong = utf8.firstWrong(body.bytes(), body.offset(), end);
        if (wrong < 0 && utf8.isWhole()) {
            return null;
        }
        int line = 1;
        int lineStart = body.offset();
        for (int i = body.offset(); i < (wrong < 0 ? end : wrong); i++) {
            if (body.bytes()[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return notUtf8(new JsonLocation(null, wrong, line, (wrong < 0 ? end : wrong) - lineStart + 1));
    }

    /** The body is not UTF-8 from a place on. */
    static Problem notUtf8(JsonLocation location) {
        return at(ProblemKind.NOT_UTF_8, "the body is not UTF-8", location, "send UTF-8");
    }

    private static Problem at(
            ProblemKind kind, String message, @Nullable JsonLocation location, @Nullable String help) {
        return Problem.of(kind, message + place(location), List.of(item(message, location, help)));
    }

    private static Item item(String message, @Nullable JsonLocation location, @Nullable String help) {
        Place place = location == null ? null : new Place(null, location.getLineNr(), location.getColumnNr());
        return new Item(null, null, message, help, place);
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
