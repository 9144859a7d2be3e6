package dev.mete.simulate.traffic;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mete.simulate.traffic.TrafficRecord.Recorded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tasks under a head of their features' names in JSON. */
final class FeatureRows implements CsvTraffic.Rows {
    private static final Set<String> FIGURES = Set.of("correct", "thinking_tokens", "output_tokens", "latency_ms");
    private static final String OUTCOME = "outcome.";
    private static final long LONGEST_LATENCY = 30L * 24 * 60 * 60 * 1_000;

    private final List<Column> columns;

    private FeatureRows(List<Column> columns) {
        this.columns = columns;
    }

    /** What stands in a column. */
    private sealed interface Column {
        /** A feature of the task. */
        record Feature(String name) implements Column {}

        /** When the request came. */
        record At() implements Column {}

        /** How many requests the line stands for. */
        record Count() implements Column {}

        /** What a model was seen to do. */
        record Outcome(String plan, String figure) implements Column {}
    }

    static FeatureRows of(List<String> head) throws UnreadableTraffic {
        var columns = new ArrayList<Column>();
        var names = new HashSet<String>();
        for (String name : head) {
            if (name.isEmpty() || !names.add(name)) {
                throw new UnreadableTraffic(
                        name.isEmpty()
                                ? "a column of its head has no name"
                                : "its head has the column `" + name + "` twice");
            }
            columns.add(column(name));
        }
        return new FeatureRows(columns);
    }

    private static Column column(String name) throws UnreadableTraffic {
        if (name.startsWith(OUTCOME)) {
            int dot = name.lastIndexOf('.');
            String figure = name.substring(dot + 1);
            if (dot < OUTCOME.length() || !FIGURES.contains(figure)) {
                throw new UnreadableTraffic(
                        "its column `" + name
                                + "` is no outcome; write outcome.MODEL.correct, .thinking_tokens, .output_tokens or .latency_ms");
            }
            return new Column.Outcome(name.substring(OUTCOME.length(), dot), figure);
        }
        return switch (name) {
            case "at" -> new Column.At();
            case "count" -> new Column.Count();
            default -> new Column.Feature(name);
        };
    }

    /** An empty cell says nothing. */
    @Override
    public TrafficRecord row(long line, List<String> cells) throws IOException {
        Instant at = null;
        long count = 1;
        var task = new LinkedHashMap<String, String>();
        var outcomes = new HashMap<String, Map<String, String>>();
        for (int place = 0; place < columns.size(); place++) {
            String cell = cells.get(place);
            if (cell.isEmpty()) {
                continue;
            }
            switch (columns.get(place)) {
                case Column.Feature(String name) -> task.put(name, cell);
                case Column.At() -> at = Moments.read(cell);
                case Column.Count() -> count = whole("count", cell, 1, TrafficRecord.MOST);
                case Column.Outcome(String plan, String figure) ->
                    outcomes.computeIfAbsent(plan, _ -> new HashMap<>()).put(figure, cell);
            }
        }
        var recorded = new HashMap<String, Recorded>();
        for (var outcome : outcomes.entrySet()) {
            recorded.put(outcome.getKey(), recorded(outcome.getValue()));
        }
        return new TrafficRecord(line, at, count, json(task), recorded);
    }

    private static Recorded recorded(Map<String, String> figures) throws BrokenLine {
        return new Recorded(
                flag(figures.get("correct")),
                figure(figures, "thinking_tokens", 100_000_000),
                figure(figures, "output_tokens", 100_000_000),
                figure(figures, "latency_ms", LONGEST_LATENCY));
    }

    private static @Nullable Boolean flag(@Nullable String cell) throws BrokenLine {
        return switch (cell) {
            case null -> null;
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new BrokenLine("`correct` is true or false, not `" + cell + "`");
        };
    }

    private static @Nullable Long figure(Map<String, String> figures, String name, long most) throws BrokenLine {
        String cell = figures.get(name);
        return cell == null ? null : (Long) whole(name, cell, 0, most);
    }

    static long whole(String name, String cell, long least, long most) throws BrokenLine {
        try {
            long value = Long.parseLong(cell);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new BrokenLine("`" + name + "` is a whole number from " + least + " to " + most + ", not `" + cell + "`");
    }

    private static byte[] json(Map<String, String> task) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Mix.JSON.createGenerator(bytes)) {
            out.writeStartObject();
            for (var feature : task.entrySet()) {
                out.writeFieldName(feature.getKey());
                out.writeTree(value(feature.getValue()));
            }
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** What is JSON is meant as JSON, and all else as a text. */
    private static JsonNode value(String cell) throws IOException {
        try {
            JsonNode value = Mix.JSON
                    .readerFor(JsonNode.class)
                    .with(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .with(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readValue(cell);
            return value == null ? Mix.JSON.getNodeFactory().textNode(cell) : value;
        } catch (JsonProcessingException _) {
            return Mix.JSON.getNodeFactory().textNode(cell);
        }
    }
}
