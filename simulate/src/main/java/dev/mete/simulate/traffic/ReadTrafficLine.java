package dev.mete.simulate.traffic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.json.JsonForms;
import dev.mete.simulate.traffic.TrafficRecord.Recorded;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one line of JSON. What stands beside a task has to be known, so that nothing misspelt is passed over. */
final class ReadTrafficLine {
    private static final List<String> KNOWN = List.of("task", "at", "count", "outcomes");

    /** What traffic says about itself, on a line of its own. */
    private static final Set<String> OF_TRAFFIC = Set.of("note", "requests_per_day");

    /** What a decision says: a log of decisions can be replayed as it is. */
    private static final Set<String> OF_DECISIONS = Set.of(
            "decision_id",
            "policy",
            "revision",
            "decision",
            "catalog",
            "bucket",
            "rule",
            "model",
            "effort",
            "token_cap",
            "thinking_tokens",
            "timeout_ms",
            "asked",
            "limited_by",
            "fallbacks",
            "passed_over",
            "choice",
            "estimate",
            "request",
            "explanation");

    private final byte[] line;
    private final JsonParser parser;
    private final Map<String, Recorded> outcomes = new HashMap<>();
    private byte @Nullable [] task;
    private @Nullable Instant at;
    private @Nullable String note;
    private @Nullable Long requestsPerDay;
    private long count = 1;

    private ReadTrafficLine(byte[] line, JsonParser parser) {
        this.line = line;
        this.parser = parser;
    }

    /** Reads a line. An object without a member {@code task} that is an object is itself a task. */
    static TrafficLine of(byte[] line, long number) {
        try {
            Map<String, JsonToken> members = members(line);
            if (members.get("task") != JsonToken.START_OBJECT
                    && (members.isEmpty() || !OF_TRAFFIC.containsAll(members.keySet()))) {
                return new TrafficLine.Request(new TrafficRecord(number, null, 1, line, Map.of()));
            }
            try (JsonParser parser = JsonForms.factory().createParser(line)) {
                return new ReadTrafficLine(line, parser).read(number);
            }
        } catch (BrokenLine e) {
            return new TrafficLine.Broken(e.reason());
        } catch (JsonProcessingException e) {
            return new TrafficLine.Broken("it is no JSON: " + JsonForms.message(e));
        } catch (IOException e) {
            return new TrafficLine.Broken("it cannot be read: " + e.getMessage());
        }
    }

    /** The members of an object, each with how its value starts. */
    private static Map<String, JsonToken> members(byte[] line) throws IOException {
        try (JsonParser parser = JsonForms.factory().createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BrokenLine("it is no JSON object");
            }
            var members = new HashMap<String, JsonToken>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                members.put(parser.currentName(), parser.nextToken());
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                throw new BrokenLine("something follows the object");
            }
            return members;
        }
    }

    private TrafficLine read(long number) throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            member(name);
        }
        if (task != null) {
            if (note != null || requestsPerDay != null) {
                throw new BrokenLine("`note` and `requests_per_day` stand on a line of their own");
            }
            return new TrafficLine.Request(new TrafficRecord(number, at, count, task, outcomes));
        }
        return new TrafficLine.Note(note, requestsPerDay);
    }

    private void member(String name) throws IOException {
        switch (name) {
            case "task" -> {
                int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
                parser.skipChildren();
                task = Arrays.copyOfRange(
                        line, from, Math.toIntExact(parser.currentLocation().getByteOffset()));
            }
            case "at" -> at = Moments.read(text(name));
            case "count" -> count = whole(name, 1, TrafficRecord.MOST);
            case "note" -> note = text(name);
            case "requests_per_day" -> requestsPerDay = whole(name, 1, TrafficRecord.MOST);
            case "outcomes" -> outcomes();
            default -> {
                if (!OF_DECISIONS.contains(name)) {
                    throw new BrokenLine(
                            "unknown field `" + name + "` beside `task`; " + NearestName.help(name, KNOWN));
                }
                parser.skipChildren();
            }
        }
    }

    private String text(String name) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new BrokenLine("`" + name + "` is a text, not " + parser.getText());
        }
        return parser.getText();
    }

    private void outcomes() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new BrokenLine("`outcomes` is an object, not " + parser.getText());
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String plan = parser.currentName();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BrokenLine("the outcome of `" + plan + "` is no object");
            }
            outcomes.put(plan, recorded(plan));
        }
    }

    private Recorded recorded(String plan) throws IOException {
        Boolean correct = null;
        Long thinking = null;
        Long output = null;
        Long latency = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "correct" -> correct = flag(name);
                case "thinking_tokens" -> thinking = whole(name, 0, 100_000_000);
                case "output_tokens" -> output = whole(name, 0, 100_000_000);
                case "latency_ms" -> latency = whole(name, 0, 30L * 24 * 60 * 60 * 1_000);
                default ->
                    throw new BrokenLine("unknown field `" + name + "` in the outcome of `" + plan + "`; "
                            + NearestName.help(
                                    name, List.of("correct", "thinking_tokens", "output_tokens", "latency_ms")));
            }
        }
        return new Recorded(correct, thinking, output, latency);
    }

    private boolean flag(String name) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new BrokenLine("`" + name + "` is true or false, not " + parser.getText());
        };
    }

    private long whole(String name, long least, long most) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            long value = parser.getLongValue();
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw new BrokenLine(
                "`" + name + "` is a whole number from " + least + " to " + most + ", not " + parser.getText());
    }
}
