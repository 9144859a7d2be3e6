package dev.mete.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BatchTest {
    private static final String BATCH = "/v1/policies/demo/decide/batch";

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

    @Test
    void anArrayIsAnsweredInOrder() {
        Reply reply = post(IntStream.range(0, 100)
                .mapToObj(i -> Rules.TASK.replace("chat", i % 3 == 0 ? "sql" : "chat"))
                .collect(Collectors.joining(",", "[", "]")));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json()).hasSize(100);
        for (int i = 0; i < 100; i++) {
            assertThat(reply.at("/" + i + "/rule")).isEqualTo(i % 3 == 0 ? "otherwise" : "chat");
        }
    }

    @Test
    void aTaskThatDoesNotFitIsAProblemInItsPlace() {
        Reply reply = post("[" + Rules.TASK + ",{\"task\":{\"type\":\"chatt\"}},7," + Rules.TASK + "]");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/0/rule")).isEqualTo("chat");
        assertThat(reply.at("/1/status")).isEqualTo("422");
        assertThat(reply.at("/1/problems/0/pointer")).isEqualTo("/1/task/type");
        assertThat(reply.at("/2/problems/0/pointer")).isEqualTo("/2");
        assertThat(reply.at("/3/rule")).isEqualTo("chat");
    }

    @Test
    void aBatchWithoutADecisionIsAProblem() {
        Reply reply = post("[{\"task\":{}},{\"tsk\":1}]");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.problems("pointer")).contains("/0/task/type", "/1/tsk");
        assertThat(post("[]").status()).isEqualTo(422);
        assertThat(post(Rules.TASK).at("/detail")).isEqualTo("a batch is an array");
    }

    @Test
    void aTaskThatIsNotWrappedIsToldHowToWrapIt() {
        Reply reply = post("[" + Rules.TASK + ",{\"type\":\"chat\",\"input_tokens\":100}]");

        assertThat(reply.at("/0/rule")).isEqualTo("chat");
        assertThat(reply.json().at("/1/problems")).hasSize(1);
        assertThat(reply.at("/1/problems/0/pointer")).isEqualTo("/1");
        assertThat(reply.at("/1/problems/0/message"))
                .isEqualTo("the features stand in the request itself, not in its `task`");
        assertThat(reply.at("/1/problems/0/help")).isEqualTo("wrap them: {\"task\": {\"type\": …}}");
        assertThat(post("{\"tasks\":[" + Rules.TASK + "]}").problems("help"))
                .containsExactly("send [{\"task\": {…}}, …]");
    }

    @Test
    void aStreamWithoutADecisionIsAProblemAsAWhole() {
        Reply reply = lines("{\"task\":{}}\n\n{\"tsk\":1}\nnonsense\n");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/detail")).startsWith("none of the 3 tasks can be decided");
        assertThat(reply.problems("pointer")).contains("/0/task/type", "/1/tsk", "/2");
        assertThat(lines("nonsense").status()).isEqualTo(400);
        assertThat(lines("").text()).contains("the body is empty");
        assertThat(lines("\n \r\n").status()).isEqualTo(400);
        assertThat(lines("nonsense\n".repeat(100) + Rules.TASK).text()).hasLineCount(101);
    }

    @Test
    void aStreamOfManyProblemsIsAnsweredLineByLineInBoundedMemory() {
        assertThat(lines("nonsense\n".repeat(10_000)).text()).hasLineCount(10_000);
    }

    @Test
    void anArrayThatIsCutOffIsAProblemAsAWhole() {
        Reply reply = post("[" + Rules.TASK + ",\n" + Rules.TASK);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/problems/0/line")).isEqualTo("2");
        assertThat(post("[" + Rules.TASK + "]]").status()).isEqualTo(400);
        assertThat(post("[" + Rules.TASK + " " + Rules.TASK + "]").status()).isEqualTo(400);
    }

    @Test
    void tenThousandTasksAreABatchAndOneMoreIsTooMany() {
        String tasks = (Rules.TASK + ",").repeat(9_999) + Rules.TASK;

        assertThat(post("[" + tasks + "]").json()).hasSize(10_000);
        Reply tooMany = post("[" + tasks + "," + Rules.TASK + "]");
        assertThat(tooMany.status()).isEqualTo(413);
        assertThat(tooMany.text()).contains("application/x-ndjson");
    }

    @Test
    void aBatchBeyondItsLimitIsAProblem() {
        byte[] body = ("[" + " ".repeat(65 << 20)).getBytes(UTF_8);

        assertThat(service.client().postChunked(BATCH, body).status()).isEqualTo(413);
        assertThat(service.client().post(BATCH, "application/json", body).status())
                .isEqualTo(413);
    }

    @Test
    void anArrayIsNotExplained() {
        assertThat(service.client()
                        .post(BATCH + "?explain=true", "[" + Rules.TASK + "]")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void linesAreAnsweredLineByLine() {
        Reply reply =
                lines(Rules.TASK + "\n\n  \r\n{\"task\":\n" + Rules.TASK.replace("chat", "sql") + "\r\n" + Rules.TASK);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.mediaType()).isEqualTo("application/x-ndjson");
        var answers = reply.text().lines().toList();
        assertThat(answers).hasSize(4);
        assertThat(answers.get(0)).contains("\"rule\":\"chat\"");
        assertThat(answers.get(1)).contains("\"status\":400");
        assertThat(answers.get(2)).contains("\"rule\":\"otherwise\"");
        assertThat(answers.get(3)).contains("\"rule\":\"chat\"");
    }

    @Test
    void linesAreExplained() {
        Reply reply =
                service.client().post(BATCH + "?explain=true", "application/x-ndjson", Rules.TASK.getBytes(UTF_8));

        assertThat(reply.text()).contains("\"explanation\":");
    }

    @Test
    void aLineBeyondItsLimitIsAProblemInItsPlace() {
        String tooLong = Rules.TASK + " ".repeat(3 << 20);

        var answers = lines(Rules.TASK + "\n" + tooLong + "\n" + Rules.TASK + "\n" + tooLong)
                .text()
                .lines()
                .toList();

        assertThat(answers).hasSize(4);
        assertThat(answers.get(1)).contains("\"status\":413");
        assertThat(answers.get(2)).contains("\"rule\":\"chat\"");
        assertThat(answers.get(3)).contains("\"status\":413");
    }

    private static Reply post(String body) {
        return service.client().post(BATCH, body);
    }

    private static Reply lines(String body) {
        return service.client().post(BATCH, "application/x-ndjson", body.getBytes(UTF_8));
    }
}
