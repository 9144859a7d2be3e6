package dev.mete.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskReading;
import dev.mete.engine.task.TaskSchema;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TaskJsonTest {
    private static final TaskSchema SCHEMA = schema("input_tokens", "error_cost");

    @Test
    void aTaskHasWhatWasPosted() throws IOException {
        Task task = accepted("""
                {"type": "debugging", "error_cost_usd": 12.5, "latency_tolerance": "20s", "input_tokens": 3000,
                 "stream": false, "tenant": "acme", "tags": ["a", "b", "a"]}""");

        assertThat(task.toString())
                .isEqualTo("type debugging, error_cost $12.50, latency_tolerance 20s, input_tokens 3_000,"
                        + " stream false, tenant \"acme\", tags [\"a\", \"b\"]");
        assertThat(task.members(SCHEMA.slot("tags"))).isEqualTo(Set.of("a", "b"));
    }

    @Test
    void everyProblemIsFoundAtOnce() throws IOException {
        assertThat(problems("""
                        {"tpye": "debugging", "error_cost": 50, "latency_tolerance_ms": null, "tags": [1, "x", {"a": [2]}, ["y"], true],
                         "complexity": {"a": {"b": 1}}, "stream": "yes", "stream": true, "attempt": 1e99999999999, "tools": [1]}"""))
                .containsExactly(
                        "T0001 /tpye: unknown feature `tpye`",
                        "T0004 /error_cost: `error_cost` needs a unit, a bare number has none",
                        "T0005 /latency_tolerance_ms: `latency_tolerance_ms` takes a bare number",
                        "T0005 /tags/0: a member of `tags` is a text, not the number 1",
                        "T0005 /tags/2: a member of `tags` is a text, not an object",
                        "T0005 /tags/3: a member of `tags` is a text, not a list",
                        "T0005 /tags/4: a member of `tags` is a text, not true",
                        "T0005 /complexity: `complexity` is one of low < medium < high, not an object",
                        "T0005 /stream: `stream` is true or false, not the text \"yes\"",
                        "T0003 /stream: `stream` is given twice",
                        "T0005 /attempt: `attempt` is a number, not the number 1e99999999999",
                        "T0005 /tools: `tools` is a number, not a list",
                        "T0002 /input_tokens: `input_tokens` is missing: prompt length");
    }

    @Test
    void aMemberIsPointedAtWhereItStands() throws IOException {
        String json = "{\"input_tokens\": 1, \"error_cost_usd\": 1, \"tags\": [1, \"" + "x".repeat(1_025) + "\"]}";

        assertThat(problems(json))
                .containsExactly(
                        "T0006 /tags/1: a text of `tags` has 1025 characters",
                        "T0005 /tags/0: a member of `tags` is a text, not the number 1");
    }

    @Test
    void aFeatureInBothItsSpellingsIsGivenTwice() throws IOException {
        assertThat(problems("{\"input_tokens\": 1, \"error_cost_usd\": 50, \"error_cost\": \"$50\"}"))
                .containsExactly("T0003 /error_cost: `error_cost` is given twice");
    }

    @Test
    void pointersStartWhereTheTaskIs() throws IOException {
        var reading = read("{\"a/b~c\": 1, \"input_tokens\": 1, \"error_cost_usd\": 1}", "/task");

        assertThat(((TaskReading.Refused) reading).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.pointer()).isEqualTo("/task/a~1b~0c"));
    }

    @Test
    void theParserIsLeftAtTheEndOfTheTask() throws IOException {
        try (JsonParser parser = JsonForms.factory().createParser("[{\"input_tokens\": 1, \"x\": [{}]}, 7]")) {
            parser.nextToken();
            parser.nextToken();
            TaskJson.read(parser, SCHEMA, "");
            parser.nextToken();

            assertThat(parser.getIntValue()).isEqualTo(7);
        }
    }

    @Test
    void notANumberIsAProblemWhereAParserLetsItThrough() throws IOException {
        var lenient = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        try (JsonParser parser = lenient.createParser("{\"input_tokens\": NaN, \"error_cost_usd\": -Infinity}")) {
            parser.nextToken();
            var reading = TaskJson.read(parser, SCHEMA, "");

            assertThat(((TaskReading.Refused) reading).problems())
                    .extracting(problem -> problem.message())
                    .containsExactly(
                            "`input_tokens` is a whole number of tokens, not NaN",
                            "`error_cost_usd` takes a bare number");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"input_tokens\": NaN}",
                "{\"input_tokens\": 1",
                "{\"input_tokens\": 1,}",
                "{input_tokens: 1}",
                "{\"input_tokens\": 01}",
                "{\"tags\": [",
                "{\"tags\": [\"a\"",
                "{\"input_tokens\": 1 // one\n}",
                "{'input_tokens': 1}",
                "{\"input_tokens\": +1}"
            })
    void whatIsNoJsonIsRefusedWithItsPlace(String text) {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> read(text, ""))
                .satisfies(e -> assertThat(e.getLocation().getLineNr()).isPositive())
                .satisfies(e -> assertThat(JsonForms.message(e)).isNotBlank().doesNotContain("\n", "Source:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void onlyUtf8IsRead(Charset charset) {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> read("{\"input_tokens\": 1}".getBytes(charset)));
    }

    @Test
    void aTaskBeyondTheLimitsIsRefused() {
        assertThatExceptionOfType(StreamConstraintsException.class)
                .isThrownBy(() -> read("{\"x\":".repeat(40) + "1" + "}".repeat(40), ""))
                .satisfies(e -> assertThat(JsonForms.message(e)).isEqualTo("more than 32 levels deep"));
        assertThatExceptionOfType(StreamConstraintsException.class)
                .isThrownBy(() -> read("{\"input_tokens\": " + "1".repeat(101) + "}", ""))
                .satisfies(e -> assertThat(JsonForms.message(e))
                        .isEqualTo("number value length (101) exceeds the maximum allowed (100)"));
        assertThatExceptionOfType(StreamConstraintsException.class)
                .isThrownBy(() -> read("{\"" + "n".repeat(2_000) + "\": 1}", ""));
    }

    @Test
    void hugeExponentsCostNothing() throws IOException {
        assertThat(problems("{\"input_tokens\": 1e999999999, \"error_cost_usd\": 1e-999999999}"))
                .containsExactly(
                        "T0006 /input_tokens: `input_tokens` is out of bounds: 1E+999999999",
                        "T0008 /error_cost_usd: `error_cost_usd` is finer than a nano-dollar (9 fraction digits)");
    }

    private static TaskSchema schema(String... required) {
        var features = StandardFeatures.all();
        var read = new BitSet();
        for (int slot = 0; slot < features.size(); slot++) {
            read.set(slot, List.of(required).contains(features.get(slot).name()));
        }
        return TaskSchema.of(features, read);
    }

    private static TaskReading read(String text, String prefix) throws IOException {
        try (JsonParser parser = JsonForms.factory().createParser(text.getBytes(StandardCharsets.UTF_8))) {
            parser.nextToken();
            return TaskJson.read(parser, SCHEMA, prefix);
        }
    }

    private static void read(byte[] body) throws IOException {
        try (JsonParser parser = JsonForms.factory().createParser(body)) {
            parser.nextToken();
            TaskJson.read(parser, SCHEMA, "");
        }
    }

    private static Task accepted(String text) throws IOException {
        return switch (read(text, "")) {
            case TaskReading.Accepted(Task task) -> task;
            case TaskReading.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static List<String> problems(String text) throws IOException {
        return switch (read(text, "")) {
            case TaskReading.Accepted(Task task) -> throw new AssertionError(task.toString());
            case TaskReading.Refused(var problems) ->
                problems.stream()
                        .map(problem -> problem.code() + " " + problem.pointer() + ": " + problem.message())
                        .toList();
        };
    }
}
