package dev.mete.engine.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskProblem;
import dev.mete.engine.task.TaskReading;
import dev.mete.engine.task.TaskSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads tasks as they are posted, in one pass. Stateless, thread-safe. */
public final class TaskJson {
    private TaskJson() {}

    /**
     * Reads the object at which the parser stands, and leaves the parser at its end. Everything that is wrong with the task is found in one
     * reading.
     *
     * @param prefix the JSON pointer of the task in what was posted; empty where it is all of it
     * @throws com.fasterxml.jackson.core.JsonProcessingException where the text is no JSON, or beyond the parser's limits
     */
    public static TaskReading read(JsonParser parser, TaskSchema schema, String prefix) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("the parser stands at " + parser.currentToken());
        }
        var task = new TaskBuilder(schema);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            feature(parser, parser.nextToken(), name, task, schema);
        }
        return prefixed(task.build(), prefix);
    }

    private static void feature(JsonParser parser, JsonToken token, String name, TaskBuilder task, TaskSchema schema)
            throws IOException {
        switch (token) {
            case VALUE_STRING -> task.text(name, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, name, task);
            case VALUE_TRUE -> task.flag(name, true);
            case VALUE_FALSE -> task.flag(name, false);
            case VALUE_NULL -> task.unusable(name, "null");
            case START_ARRAY -> members(parser, name, task, schema);
            case START_OBJECT -> {
                parser.skipChildren();
                task.unusable(name, "an object");
            }
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new JsonParseException(parser, "expected a value of `" + name + "`");
        }
    }

    private static void number(JsonParser parser, String name, TaskBuilder task) throws IOException {
        if (parser.isNaN()) {
            task.unusable(name, parser.getText());
            return;
        }
        try {
            task.number(name, parser.getDecimalValue());
        } catch (NumberFormatException | StreamReadException _) {
            // digits that no number can be made of, such as an exponent of twelve digits
            task.unusable(name, "the number " + parser.getText());
        }
    }

    private static void members(JsonParser parser, String name, TaskBuilder task, TaskSchema schema)
            throws IOException {
        int slot = schema.slot(name);
        boolean isSet = slot >= 0 && schema.feature(slot).type() instanceof FeatureType.TextSet;
        var members = new ArrayList<String>();
        var problems = new ArrayList<TaskProblem>();
        int position = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.VALUE_STRING) {
                members.add(parser.getText());
            } else if (isSet) {
                members.add(""); // keeps the places of those that follow
                problems.add(new TaskProblem(
                        "T0005",
                        Located.pointer(Located.pointer("", name), Integer.toString(position)),
                        "a member of `" + name + "` is a text, not " + form(parser, token),
                        "send \"" + name + "\": [\"…\"]"));
            }
            parser.skipChildren();
            position++;
        }
        task.members(name, members);
        problems.forEach(task::problem);
    }

    private static String form(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + parser.getText();
            case VALUE_STRING, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> parser.getText();
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new JsonParseException(parser, "expected a value");
        };
    }

    private static TaskReading prefixed(TaskReading reading, String prefix) {
        if (prefix.isEmpty()) {
            return reading;
        }
        return switch (reading) {
            case TaskReading.Accepted _ -> reading;
            case TaskReading.Refused(List<TaskProblem> problems) ->
                new TaskReading.Refused(problems.stream()
                        .map(problem -> new TaskProblem(
                                problem.code(), prefix + problem.pointer(), problem.message(), problem.help()))
                        .toList());
        };
    }
}
