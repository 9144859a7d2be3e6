package dev.mete.bench.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mete.bench.http.SavedPolicy;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

/**
 * What came of a task that was posted at a fixed rate.
 *
 * @param due when the task was to be posted, in nanoseconds: what it waited from then on counts
 * @param answered when the answer was there
 * @param save which save of the policy decided it; -1 where there was no decision
 * @param what the answer as it was, for messages
 */
record Answered(long due, long answered, int save, String what) {
    /** How the names of rules start that a {@link SavedPolicy} writes. */
    private static final Pattern SAVE = Pattern.compile("save (\\d+) .*");

    private static final JsonMapper JSON = new JsonMapper();

    static Answered of(long due, HttpResponse<String> response) {
        long now = System.nanoTime();
        String what = response.statusCode() + " " + response.body();
        return new Answered(due, now, response.statusCode() == 200 ? save(response.body()) : -1, what);
    }

    static Answered lost(long due, Throwable reason) {
        return new Answered(due, System.nanoTime(), -1, reason.toString());
    }

    boolean isDecision() {
        return save >= 0;
    }

    /** How long the caller waited. */
    long nanos() {
        return answered - due;
    }

    private static int save(String body) {
        try {
            JsonNode rule = JSON.readTree(body).path("rule");
            var name = SAVE.matcher(rule.asText());
            return name.matches() ? Integer.parseInt(name.group(1)) : -1;
        } catch (JsonProcessingException _) {
            return -1;
        }
    }
}
