package dev.mete.simulate.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mete.engine.json.JsonForms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Reads a mix from JSON. */
final class ReadMix {
    private static final String FORM =
            "write {\"name\": \"…\", \"parts\": [{\"weight\": 3, \"features\": {\"type\": \"chat\"}}]}";

    Mix read(byte[] json) throws IOException {
        JsonNode root;
        try {
            root = Mix.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UnreadableTraffic("the mix is no JSON: " + JsonForms.message(e));
        }
        members(root, "the mix", Set.of("name", "parts"));
        if (!root.path("name").isTextual()
                || !root.path("parts").isArray()
                || root.path("parts").isEmpty()) {
            throw new UnreadableTraffic("the mix needs a name and at least one part; " + FORM);
        }
        var parts = new ArrayList<Mix.Part>();
        for (JsonNode part : root.path("parts")) {
            parts.add(part(part, "part " + (parts.size() + 1) + " of the mix"));
        }
        return new Mix(root.path("name").textValue(), parts);
    }

    private static Mix.Part part(JsonNode part, String where) throws UnreadableTraffic {
        members(part, where, Set.of("weight", "features"));
        JsonNode features = part.path("features");
        if (!features.isObject()) {
            throw new UnreadableTraffic(where + " needs features; " + FORM);
        }
        var read = new LinkedHashMap<String, List<Mix.Weighted>>();
        for (var feature : features.properties()) {
            read.put(feature.getKey(), values(feature.getValue(), "`" + feature.getKey() + "` in " + where));
        }
        return new Mix.Part(weight(part, where), read);
    }

    /** One value, or several with weights. */
    private static List<Mix.Weighted> values(JsonNode value, String where) throws UnreadableTraffic {
        if (!value.isArray() || !value.path(0).isObject()) {
            return List.of(new Mix.Weighted(value, 1));
        }
        var values = new ArrayList<Mix.Weighted>();
        for (JsonNode weighted : value) {
            members(weighted, where, Set.of("value", "weight"));
            if (!weighted.has("value")) {
                throw new UnreadableTraffic(where + " has an entry without a `value`");
            }
            values.add(new Mix.Weighted(weighted.path("value"), weight(weighted, where)));
        }
        return values;
    }

    private static long weight(JsonNode weighted, String where) throws UnreadableTraffic {
        JsonNode weight = weighted.path("weight");
        if (weight.isMissingNode()) {
            return 1;
        }
        if (!weight.canConvertToLong()
                || !weight.isIntegralNumber()
                || weight.longValue() < 1
                || weight.longValue() > Mix.MOST_WEIGHT) {
            throw new UnreadableTraffic(
                    "a weight of " + where + " is a whole number from 1 to " + Mix.MOST_WEIGHT + ", not " + weight);
        }
        return weight.longValue();
    }

    private static void members(JsonNode node, String where, Set<String> known) throws UnreadableTraffic {
        if (!node.isObject()) {
            throw new UnreadableTraffic(where + " is no object; " + FORM);
        }
        for (var member : node.properties()) {
            if (!known.contains(member.getKey())) {
                throw new UnreadableTraffic("unknown field `" + member.getKey() + "` in " + where + "; " + FORM);
            }
        }
    }
}
