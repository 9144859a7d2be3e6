package dev.mete.simulate.traffic;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mete.engine.json.JsonForms;
import dev.mete.simulate.chance.Chance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which features tasks have where nothing says so, as an assumption: kinds of task, each with values and how often they come. Immutable, thread-safe. */
public final class Mix {
    /** The most that a weight can be. */
    static final long MOST_WEIGHT = 1_000_000_000;

    static final ObjectMapper JSON = JsonMapper.builder(JsonForms.factory()).build();
    private static final String USUAL = "everyday-work.json";
    private static final String PART = "a part of the mix";

    private final String name;
    private final List<Part> parts;

    Mix(String name, List<Part> parts) {
        this.name = name;
        this.parts = List.copyOf(parts);
    }

    /** A kind of task. */
    record Part(long weight, Map<String, List<Weighted>> features) {
        Part {
            features = Map.copyOf(features);
        }
    }

    /** A value of a feature, and how often it comes. */
    record Weighted(JsonNode value, long weight) {}

    /** The mix that holds where none is given. */
    public static Mix usual() {
        try (InputStream in = Objects.requireNonNull(Mix.class.getResourceAsStream(USUAL))) {
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a mix.
     *
     * @throws UnreadableTraffic where it is none, with what is wrong
     */
    public static Mix read(byte[] json) throws IOException {
        return new ReadMix().read(json);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Whether every task has the feature. */
    boolean gives(String feature) {
        return parts.stream().allMatch(part -> part.features().containsKey(feature));
    }

    /** The task of a line; what is known of it comes before what the mix says. */
    byte[] task(Chance chance, long line, Map<String, Long> known) {
        Part part = pick(parts.stream().mapToLong(Part::weight).toArray(), parts, chance, line, PART);
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            for (var feature : known.entrySet()) {
                out.writeNumberField(feature.getKey(), feature.getValue());
            }
            for (var feature : part.features().entrySet()) {
                if (!known.containsKey(feature.getKey())) {
                    var values = feature.getValue();
                    long[] weights = values.stream().mapToLong(Weighted::weight).toArray();
                    out.writeFieldName(feature.getKey());
                    out.writeTree(pick(weights, values, chance, line, feature.getKey())
                            .value());
                }
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T pick(long[] weights, List<T> values, Chance chance, long line, String what) {
        long all = 0;
        for (long weight : weights) {
            all += weight;
        }
        long drawn = chance.below(line, what, all);
        int at = 0;
        while (drawn >= weights[at]) {
            drawn -= weights[at];
            at++;
        }
        return values.get(at);
    }
}
