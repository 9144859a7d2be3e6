package dev.mete.server;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.json.JsonForms;
import dev.mete.server.decide.Body;
import dev.mete.server.decide.Malformed;
import dev.mete.server.problem.Problem;
import dev.mete.server.problem.Problem.Item;
import dev.mete.server.problem.ProblemException;
import dev.mete.server.problem.ProblemKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"language": "mete", "text": "…", "name": "…"}}. Not thread-safe; used once. */
final class ReadCheck {
    private static final List<String> MEMBERS = List.of("language", "text", "name");

    private final Collection<String> languages;
    private final Map<String, String> members = new HashMap<>();
    private final List<Item> problems = new ArrayList<>();

    ReadCheck(Collection<String> languages) {
        this.languages = languages;
    }

    /**
     * A text to check.
     *
     * @param name the policy that it would be; null where the text alone says it
     */
    record Check(String language, String text, @Nullable String name) {}

    Check read(Body body) throws IOException {
        Problem notUtf8 = Malformed.utf8(body);
        if (notUtf8 != null) {
            throw new ProblemException(notUtf8);
        }
        try (JsonParser parser = JsonForms.factory().createParser(body.bytes(), body.offset(), body.length())) {
            only(parser);
        }
        return check();
    }

    private void only(JsonParser parser) throws IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new ProblemException(Malformed.empty());
            }
            object(parser, first);
            if (parser.nextToken() != null) {
                throw new ProblemException(Malformed.more(parser));
            }
        } catch (JsonProcessingException e) {
            throw new ProblemException(Malformed.of(e, parser));
        }
    }

    private Check check() {
        String language = required("language");
        String text = required("text");
        if (language != null && !languages.contains(language)) {
            problem(
                    "language",
                    "no language has files that end in `." + language + "`",
                    NearestName.help(language, languages));
        }
        if (language == null || text == null || !problems.isEmpty()) {
            throw new ProblemException(
                    Problem.of(ProblemKind.REQUEST_REFUSED, problems.getFirst().message(), problems));
        }
        return new Check(language, text, members.get("name"));
    }

    private void object(JsonParser parser, JsonToken first) throws IOException {
        if (first != JsonToken.START_OBJECT) {
            parser.skipChildren();
            problems.add(new Item("", "T0010", "a request is an object", "send {\"language\": …, \"text\": …}", null));
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!MEMBERS.contains(name)) {
                problem(name, "unknown member `" + name + "`", NearestName.help(name, MEMBERS));
            } else if (value != JsonToken.VALUE_STRING) {
                problem(name, "`" + name + "` is a text", "send \"" + name + "\": \"…\"");
            } else if (members.put(name, parser.getText()) != null) {
                problem(name, "`" + name + "` is given twice", "send it once");
            }
            parser.skipChildren();
        }
    }

    private @Nullable String required(String name) {
        String value = members.get(name);
        boolean isNoted = problems.stream().anyMatch(item -> ("/" + name).equals(item.pointer()));
        if (value == null && !isNoted) {
            problem(name, "`" + name + "` is missing", "send \"" + name + "\": \"…\"");
        }
        return value;
    }

    private void problem(String name, String message, String help) {
        problems.add(new Item("/" + name.replace("~", "~0").replace("/", "~1"), "T0012", message, help, null));
    }
}
