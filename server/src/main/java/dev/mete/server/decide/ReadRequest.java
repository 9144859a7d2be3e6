package dev.mete.server.decide;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.json.TaskJson;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskReading;
import dev.mete.engine.task.TaskSchema;
import dev.mete.server.problem.Problem;
import dev.mete.server.problem.Problem.Item;
import dev.mete.server.problem.ProblemKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"task": {...}}} in one pass and finds everything that is wrong with it. Not thread-safe; used once. */
final class ReadRequest {
    private static final String TASK = "task";
    private static final int MOST_PROBLEMS = 100;

    private final TaskSchema schema;
    private final String pointer;
    private final List<Item> problems = new ArrayList<>();
    private final LinkedHashSet<String> outside = new LinkedHashSet<>();
    private int found;
    private boolean hasTask;
    private @Nullable Task task;

    /**
     * A reading for one policy.
     *
     * @param pointer the JSON pointer of the request in the body; empty where it is all of it
     */
    ReadRequest(TaskSchema schema, String pointer) {
        this.schema = schema;
        this.pointer = pointer;
    }

    /** Reads a body that is one request, or one task alone. */
    RequestReading only(JsonParser parser, Form form) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return new RequestReading.Refused(Malformed.empty());
        }
        RequestReading reading = switch (form) {
            case REQUEST -> at(parser);
            case TASK -> alone(parser);
        };
        if (parser.nextToken() != null) {
            return new RequestReading.Refused(Malformed.more(parser));
        }
        return reading;
    }

    /** Reads the value at which the parser stands, and leaves the parser at its end. */
    RequestReading at(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            add(new Item(pointer, "T0010", "a request is an object", "send {\"task\": {…}}", null));
            return read();
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            member(parser, parser.currentName());
        }
        if (hasTask) {
            outside.forEach(name -> add(new Item(
                    pointer + "/" + name,
                    "T0012",
                    "the feature `" + name + "` stands outside of `task`",
                    "features belong into `task`: {\"task\": {\"" + name + "\": …}}",
                    null)));
        } else {
            add(withoutTask());
        }
        return read();
    }

    /** A task alone where a request belongs is one mistake, however many features it has. */
    private Item withoutTask() {
        return outside.isEmpty()
                ? new Item(pointer, "T0011", "`task` is missing", "send {\"task\": {…}}", null)
                : new Item(
                        pointer,
                        "T0011",
                        "the features stand in the request itself, not in its `task`",
                        "wrap them: {\"task\": {\"" + outside.getFirst() + "\": …}}",
                        null);
    }

    private RequestReading alone(JsonParser parser) throws IOException {
        task(parser, parser.currentToken(), pointer);
        return read();
    }

    private void member(JsonParser parser, String name) throws IOException {
        JsonToken value = parser.nextToken();
        if (isFeature(name)) {
            parser.skipChildren();
            outside.add(name);
        } else if (!name.equals(TASK)) {
            parser.skipChildren();
            add(new Item(
                    pointer + "/" + escaped(name),
                    "T0012",
                    "unknown member `" + shortened(name) + "`",
                    help(name),
                    null));
        } else if (hasTask) {
            parser.skipChildren();
            add(new Item(pointer + "/task", "T0003", "`task` is given twice", "send it once", null));
        } else {
            hasTask = true;
            task(parser, value, pointer + "/task");
        }
    }

    private void task(JsonParser parser, JsonToken value, String place) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            parser.skipChildren();
            add(new Item(place, "T0010", "a task is an object of features", "send {\"task\": {…}}", null));
            return;
        }
        switch (TaskJson.read(parser, schema, place)) {
            case TaskReading.Accepted(Task accepted) -> task = accepted;
            case TaskReading.Refused(var refused) -> refused.forEach(problem -> add(Item.of(problem)));
        }
    }

    private boolean isFeature(String name) {
        return !name.equals(TASK)
                && schema.features().stream()
                        .anyMatch(feature -> feature.name().equals(name)
                                || feature.jsonName().equals(name));
    }

    private static String help(String name) {
        return NearestName.of(name, List.of(TASK))
                .map(near -> "did you mean `" + near + "`?")
                .orElse("the only member is `task`");
    }

    private void add(Item item) {
        found++;
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(item);
        }
    }

    private RequestReading read() {
        if (task != null && found == 0) {
            return new RequestReading.Read(task);
        }
        String count = found == 1 ? "one thing is wrong" : found + " things are wrong";
        String detail = count + " with the request: " + problems.getFirst().message();
        return new RequestReading.Refused(Problem.of(ProblemKind.REQUEST_REFUSED, detail, problems));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
}
