package dev.mete.simulate.advise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.json.JsonForms;
import dev.mete.engine.task.StandardFeatures;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads a line of a log. What the decision says beside what is needed is passed over; a misspelt outcome is not. Thread-safe. */
final class ReadCall {
    private static final ObjectMapper JSON =
            new ObjectMapper(JsonForms.factory()).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final long MOST_TOKENS = 100_000_000;
    private static final long MOST_MILLIS = 30L * 24 * 60 * 60 * 1_000;
    private static final String OTEL = "gen_ai.usage.";
    private static final String OTEL_FINISH = "gen_ai.response.finish_reasons";

    /** The name of a count beside OpenTelemetry's name of it. */
    private static final Map<String, String> COUNTS = Map.of(
            "input_tokens", OTEL + "input_tokens",
            "cached_tokens", OTEL + "cache_read.input_tokens",
            "output_tokens", OTEL + "output_tokens",
            "thinking_tokens", OTEL + "reasoning.output_tokens");

    private static final List<String> OWN = List.of(
            "success",
            "input_tokens",
            "cached_tokens",
            "output_tokens",
            "thinking_tokens",
            "latency_ms",
            "finish_reason",
            "attempts");

    /** What providers say of an answer that the cap ended. */
    private static final Set<String> CUT_OFF = Set.of("length", "max_tokens", "max_output_tokens", "MAX_TOKENS");

    private final Weights weights;
    private final int attempts;

    /**
     * A reader.
     *
     * @param attempts how often a call is tried at each model
     */
    ReadCall(Weights weights, int attempts) {
        this.weights = weights;
        this.attempts = attempts;
    }

    /** A line is not usable. The message says why. */
    static final class Unusable extends IOException {
        private static final long serialVersionUID = 1L;

        private final String reason;

        Unusable(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    Call of(byte[] line) throws Unusable {
        try {
            JsonNode call = JSON.readTree(line);
            if (!call.isObject()) {
                throw new Unusable("it is no JSON object");
            }
            JsonNode decision = object(call, "decision");
            Weights.Read read = weights.of(object(call, "task"));
            return new Call(
                    text(decision, "rule"),
                    text(decision, "model"),
                    effort(text(decision, "effort")),
                    whole(decision, "token_cap", 1, MOST_TOKENS),
                    whole(decision, "timeout_ms", 1, MOST_MILLIS),
                    longest(decision),
                    outcome(object(call, "outcome")),
                    kind(call.path("task")),
                    read.errorCostNanos(),
                    read.toleranceMillis(),
                    at(call.path("at")));
        } catch (JsonProcessingException e) {
            throw new Unusable("it is no JSON: " + JsonForms.message(e));
        } catch (Unusable e) {
            throw e;
        } catch (IOException e) {
            throw new Unusable("it cannot be read: " + e.getMessage());
        }
    }

    private static Call.Kind kind(JsonNode task) {
        return new Call.Kind(
                task.path(StandardFeatures.TYPE).asText(),
                task.path(StandardFeatures.COMPLEXITY).asText());
    }

    private static JsonNode object(JsonNode parent, String name) throws Unusable {
        JsonNode found = parent.path(name);
        if (!found.isObject()) {
            throw new Unusable("`" + name
                    + "` is missing or no object: write {\"task\": {..}, \"decision\": {..}, \"outcome\": {..}}");
        }
        return found;
    }

    private static String text(JsonNode parent, String name) throws Unusable {
        JsonNode found = parent.path(name);
        if (!found.isTextual() || found.textValue().isEmpty()) {
            throw new Unusable("the decision has no `" + name + "`");
        }
        return found.textValue();
    }

    private static Effort effort(String word) throws Unusable {
        return Effort.of(word)
                .orElseThrow(
                        () -> new Unusable("unknown effort `" + word + "`; " + NearestName.help(word, Effort.words())));
    }

    private static @Nullable Long whole(JsonNode parent, String name, long least, long most) throws Unusable {
        JsonNode found = parent.path(name);
        if (found.isMissingNode() || found.isNull()) {
            return null;
        }
        if (!found.isIntegralNumber()
                || !found.canConvertToLong()
                || found.longValue() < least
                || found.longValue() > most) {
            throw new Unusable("`" + name + "` is a whole number from " + least + " to " + most + ", not " + found);
        }
        return found.longValue();
    }

    private @Nullable Long longest(JsonNode decision) throws Unusable {
        Long timeout = whole(decision, "timeout_ms", 1, MOST_MILLIS);
        if (timeout == null) {
            return null;
        }
        long sum = timeout;
        for (JsonNode fallback : decision.path("fallbacks")) {
            Long own = whole(fallback, "timeout_ms", 1, MOST_MILLIS);
            sum = Math.addExact(sum, own == null ? timeout : own);
        }
        return Math.multiplyExact(sum, attempts);
    }

    private static Call.Outcome outcome(JsonNode outcome) throws Unusable {
        for (var name : (Iterable<String>) outcome::fieldNames) {
            if (!OWN.contains(name) && !name.startsWith("gen_ai.")) {
                throw new Unusable("unknown field `" + name + "` in the outcome; " + NearestName.help(name, OWN));
            }
        }
        JsonNode success = outcome.path("success");
        if (!success.isBoolean() && !success.isMissingNode() && !success.isNull()) {
            throw new Unusable("`success` is true or false, not " + success);
        }
        Long input = count(outcome, "input_tokens");
        Long cached = count(outcome, "cached_tokens");
        Long output = count(outcome, "output_tokens");
        Long thinking = count(outcome, "thinking_tokens");
        within("thinking_tokens", thinking, "output_tokens", output);
        within("cached_tokens", cached, "input_tokens", input);
        whole(outcome, "attempts", 1, 1_000);
        return new Call.Outcome(
                success.isBoolean() ? (Boolean) success.booleanValue() : null,
                input,
                cached == null ? 0 : cached,
                output,
                thinking,
                whole(outcome, "latency_ms", 0, MOST_MILLIS),
                isCutOff(outcome));
    }

    private static @Nullable Long count(JsonNode outcome, String name) throws Unusable {
        Long own = whole(outcome, name, 0, MOST_TOKENS);
        return own != null ? own : whole(outcome, COUNTS.getOrDefault(name, name), 0, MOST_TOKENS);
    }

    private static void within(String part, @Nullable Long less, String whole, @Nullable Long more) throws Unusable {
        if (less != null && more != null && less > more) {
            throw new Unusable("`" + part + "` is " + less + ", more than the " + more + " of `" + whole + "`");
        }
    }

    /** Null where nothing says why the answer ended. */
    private static @Nullable Boolean isCutOff(JsonNode outcome) {
        var reasons = Stream.concat(
                        Stream.of(outcome.path("finish_reason")),
                        StreamSupport.stream(outcome.path(OTEL_FINISH).spliterator(), false))
                .map(JsonNode::asText)
                .filter(reason -> !reason.isEmpty())
                .toList();
        return reasons.isEmpty() ? null : (Boolean) reasons.stream().anyMatch(CUT_OFF::contains);
    }

    private static @Nullable Instant at(JsonNode at) throws Unusable {
        if (at.isMissingNode() || at.isNull()) {
            return null;
        }
        try {
            return Instant.parse(at.asText());
        } catch (DateTimeParseException _) {
            throw new Unusable("`at` is a moment such as 2026-11-22T09:00:00Z, not " + at);
        }
    }
}
