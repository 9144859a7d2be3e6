package dev.mete.server;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent gets its answer, with everything that is wrong, and the next request is served. */
final class BadInputTest {
    private static final String DECIDE = "/v1/policies/demo/decide";

    @TempDir
    private static Path folder;

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.of(new Rules(folder).with("demo", 100));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void theNextRequestIsServed() {
        assertThat(service.client().post(DECIDE, Rules.TASK).at("/token_cap")).isEqualTo("100");
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("cut off", "{\"task\":{\"type\":", 400, "at line 1, column 17"),
                arguments("cut off within a text", "{\"task\":{\"type\":\"ch", 400, "at line 1, column"),
                arguments("wrong on its third line", "{\n\"task\":\n{type:1}}", 400, "at line 3, column"),
                arguments("empty", "", 400, "the body is empty"),
                arguments(
                        "40 levels deep",
                        "{\"task\":" + "[".repeat(40) + "]".repeat(40) + "}",
                        400,
                        "more than 32 levels"),
                arguments("NaN", "{\"task\":{\"input_tokens\":NaN}}", 400, "non-standard token 'NaN'"),
                arguments("two values", "{\"task\":{}} {}", 400, "there is more after the end"),
                arguments("a list", "[]", 422, "a request is an object"),
                arguments("null", "null", 422, "a request is an object"),
                arguments("no task", "{}", 422, "`task` is missing"),
                arguments("a task that is a text", "{\"task\":\"chat\"}", 422, "a task is an object"),
                arguments(
                        "two tasks",
                        "{\"task\":{\"type\":\"chat\",\"input_tokens\":1},\"task\":{}}",
                        422,
                        "`task` is given twice"),
                arguments(
                        "features beside the task",
                        "{\"task\":{\"type\":\"chat\",\"input_tokens\":1},\"tenant\":\"a\"}",
                        422,
                        "features belong into `task`"),
                arguments(
                        "an unknown feature",
                        task("\"type\":\"chat\",\"input_tokens\":1,\"tennant\":\"a\""),
                        422,
                        "did you mean `tenant`?"),
                arguments("a missing feature", task("\"type\":\"chat\""), 422, "`input_tokens` is missing"),
                arguments(
                        "a feature given twice",
                        task("\"type\":\"chat\",\"type\":\"sql\",\"input_tokens\":1"),
                        422,
                        "`type` is given twice"),
                arguments(
                        "an unknown value", task("\"type\":\"chatt\",\"input_tokens\":1"), 422, "did you mean `chat`?"),
                arguments(
                        "a wrong unit",
                        task("\"type\":\"chat\",\"input_tokens\":1,\"error_cost\":\"20s\""),
                        422,
                        "`error_cost` is an amount of money"),
                arguments(
                        "no unit",
                        task("\"type\":\"chat\",\"input_tokens\":1,\"error_cost\":5"),
                        422,
                        "`error_cost` needs a unit"),
                arguments("out of bounds", task("\"type\":\"chat\",\"input_tokens\":1000000000"), 422, "out of bounds"),
                arguments(
                        "a huge number", task("\"type\":\"chat\",\"input_tokens\":1e999999999"), 422, "`input_tokens`"),
                arguments(
                        "too long for every model",
                        task("\"type\":\"chat\",\"input_tokens\":50000000"),
                        422,
                        "no model of the policy can take this task"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBodyThatDoesNotFitIsAProblem(String what, String body, int status, String message) {
        Reply reply = service.client().post(DECIDE, body);

        assertThat(reply.status()).as(what).isEqualTo(status);
        assertThat(reply.mediaType()).isEqualTo("application/problem+json");
        assertThat(reply.text()).contains(message.replace("\"", "\\\"")).doesNotContain("Exception", "\tat ");
        assertThat(reply.at("/instance")).isEqualTo(DECIDE);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        Reply reply = service.client()
                .post(
                        DECIDE,
                        "{\"tsk\":1,\"task\":{\"type\":\"chatt\",\"tags\":[1],\"latency_tolerance\":5,\"eror_cost_usd\":1}}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.problems("pointer"))
                .containsExactly(
                        "/tsk",
                        "/task/type",
                        "/task/tags/0",
                        "/task/latency_tolerance",
                        "/task/eror_cost_usd",
                        "/task/input_tokens");
        assertThat(reply.problems("help")).contains("did you mean `task`?", "did you mean `error_cost_usd`?");
    }

    @Test
    void aBodyOfManyMistakesGetsAnAnswerOfBoundedSize() {
        var members = new StringBuilder("{\"task\":{}");
        for (int i = 0; i < 50_000; i++) {
            members.append(",\"m").append(i).append("\":1");
        }

        Reply reply = service.client().post(DECIDE, members.append('}').toString());

        assertThat(reply.problems("message")).hasSize(100);
        assertThat(reply.at("/detail")).startsWith("50002 things are wrong");
    }

    static Stream<Arguments> encodings() {
        byte[] latin = "{\"task\":{\"tenant\":\"\u00e9\"}}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        return Stream.of(
                arguments("UTF-16 with a mark", Rules.TASK.getBytes(UTF_16)),
                arguments("UTF-16 without a mark", Rules.TASK.getBytes(UTF_16LE)),
                arguments("Latin 1", latin));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void aBodyThatIsNotUtf8IsAProblem(String what, byte[] body) {
        Reply reply = service.client().post(DECIDE, "application/json", body);

        assertThat(reply.status()).as(what).isEqualTo(400);
        assertThat(reply.at("/type")).isEqualTo("/docs#not-utf-8");
    }

    static Stream<Arguments> types() {
        return Stream.of(
                arguments("text/plain", "the content type is `text/plain`"),
                arguments("application/x-www-form-urlencoded", "send the header `Content-Type: application/json`"),
                arguments("application/x-ndjson", "the content type is `application/x-ndjson`"),
                arguments("application/json; charset=utf-16", "the body is not UTF-8"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void aBodyOfAnotherTypeIsAProblem(String type, String message) {
        Reply reply = service.client().post(DECIDE, type, Rules.TASK.getBytes(UTF_8));

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.text()).contains(message);
    }

    @Test
    void aCompressedBodyIsAProblem() {
        Reply reply = service.client().post(DECIDE, Rules.TASK, "Content-Encoding", "gzip");

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.text()).contains("content coding `gzip`");
    }

    @Test
    void aBodyBeyondItsLimitIsAProblemWhetherOrNotItsLengthIsSaid() {
        byte[] body = new byte[5 << 20];

        assertThat(service.client().post(DECIDE, "application/json", body).status())
                .isEqualTo(413);
        assertThat(service.client().postChunked(DECIDE, body).status()).isEqualTo(413);
        assertThat(service.client()
                        .postChunked(DECIDE + "/batch", new byte[66 << 20])
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aBodyAtItsLimitIsRead() {
        String padded = Rules.TASK + " ".repeat((1 << 20) - Rules.TASK.length());

        assertThat(service.client().post(DECIDE, padded).status()).isEqualTo(200);
        assertThat(service.client().post(DECIDE, padded + " ").status()).isEqualTo(413);
    }

    @Test
    void anUnknownPolicyIsAProblemWithTheNearestName() {
        Reply reply = service.client().post("/v1/policies/dmo/decide", Rules.TASK);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.problems("help")).containsExactly("did you mean `demo`?");
    }

    @Test
    void aNameThatNoPolicyCanHaveIsAProblem() {
        for (String name : new String[] {"%00", "a%2Fb", "%C3%28", "..%2f..%2fetc", "%20", "x".repeat(3_000)}) {
            assertThat(service.client()
                            .post("/v1/policies/" + name + "/decide", Rules.TASK)
                            .status())
                    .as(name)
                    .isIn(400, 404);
        }
    }

    @Test
    void aWrongMethodIsAProblemThatNamesTheRightOnes() {
        Reply reply = service.client().get(DECIDE);

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("POST");
        assertThat(service.client().post("/v1/policies", "{}").header("Allow")).contains("GET", "HEAD");
    }

    @Test
    void anUnknownAddressIsAProblem() {
        assertThat(service.client().get("/v2/policies").at("/type")).isEqualTo("/docs#unknown-path");
    }

    @Test
    void anUnknownParameterIsAProblem() {
        Reply reply = service.client().post(DECIDE + "?explian=true", Rules.TASK);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problems("help")).containsExactly("did you mean `explain`?");
        assertThat(service.client().post(DECIDE + "?explain=maybe", Rules.TASK).status())
                .isEqualTo(400);
    }

    @Test
    void anAnswerThatTheCallerDoesNotAcceptIsAProblem() {
        assertThat(service.client().get("/v1/policies", "Accept", "text/html").status())
                .isEqualTo(406);
        assertThat(service.client()
                        .get("/v1/policies", "Accept", "application/json;q=0")
                        .status())
                .isEqualTo(406);
        assertThat(service.client()
                        .get("/v1/policies", "Accept", "text/html, */*;q=0.1")
                        .status())
                .isEqualTo(200);
        assertThat(service.client()
                        .get("/v1/policies", "Accept", "application/*")
                        .status())
                .isEqualTo(200);
    }

    private static String task(String features) {
        return "{\"task\":{" + features + "}}";
    }
}
