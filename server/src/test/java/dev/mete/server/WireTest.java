package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no well-behaved client sends. */
final class WireTest {
    private static final String STREAM = """
            POST /v1/policies/demo/decide/batch HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/x-ndjson\r
            Transfer-Encoding: chunked\r
            \r
            """;

    @TempDir
    private static Path folder;

    @TempDir
    private Path ownFolder;

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
        assertThat(service.client().post("/v1/decide", Rules.TASK).status()).isEqualTo(200);
    }

    static Stream<String> broken() {
        return Stream.of(
                "BLAH\r\n\r\n",
                "GET /v1/policies HTTP/1.1\r\nHost localhost\r\n\r\n",
                "GET /v1/policies HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/policies HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /v1/policies/%00/decide HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}",
                "POST /v1/decide HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: x\r\n\r\n",
                "POST /v1/decide HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /v1/decide HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
                "POST /v1/decide HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n{}",
                "POST /v1/decide HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "POST /v1/decide HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
                "POST /v1/decide HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nExpect: foo\r\n"
                        + "Content-Length: 2\r\n\r\n{}",
                "GET /v1/policies HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001");
    }

    static Stream<Arguments> odd() {
        String post = "POST /v1/decide HTTP/1.1\nContent-Length: " + Rules.TASK.length() + "\n";
        String json = "Content-Type: application/json\n";
        return Stream.of(
                arguments("BREW /v1/decide HTTP/1.1\n", 405, "Allow: POST"),
                arguments("OPTIONS /v1/policies HTTP/1.1\n", 405, "Allow: GET, HEAD"),
                arguments("HEAD /v1/decide HTTP/1.1\n", 405, "Allow: POST"),
                arguments("OPTIONS * HTTP/1.1\n", 404, "application/problem+json"),
                arguments("POST /v1/decide HTTP/1.1\n" + json, 400, "the body is empty"),
                arguments(post, 415, "the request has no content type"),
                arguments(post + json + "Content-Type: text/plain\n", 415, "the request has 2 content types"),
                arguments(post + "Content-Type: ;;;=\n", 415, "application/json"),
                arguments(post + "Content-Type: application/json; charset=no such\n", 415, "send UTF-8"),
                arguments(post + "Content-Type: application/json; charset=latin1\n", 415, "send UTF-8"),
                arguments(
                        "POST /v1/decide HTTP/1.1\nTransfer-Encoding: gzip, chunked\n" + json,
                        415,
                        "transfer coding `gzip, chunked`"),
                arguments("GET /v1/policies?a=%zz HTTP/1.1\n", 400, "two hexadecimal digits"),
                arguments("GET /v1/policies?a=%ff HTTP/1.1\n", 400, "takes no parameters"),
                arguments("POST /v1/decide?explain=true&explain=false HTTP/1.1\n", 400, "`explain` is given 2 times"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd")
    void anOddRequestIsAProblemThatSaysWhy(String head, int status, String words) throws IOException {
        try (var wire = new Wire(service.client().address())) {
            boolean hasBody = head.contains("Content-Length");
            String body = hasBody ? Rules.TASK : head.contains("chunked") ? "0\r\n\r\n" : "";
            wire.send(head.replace("\n", "\r\n") + "Host: localhost\r\nConnection: close\r\n\r\n" + body);

            String reply = wire.rest();

            assertThat(reply)
                    .startsWith("HTTP/1.1 " + status + " ")
                    .contains("application/problem+json", words)
                    .doesNotContain("Exception", "jetty");
        }
    }

    @Test
    void aClientThatStopsWithinItsBodyIsToldAndLetGo() throws IOException {
        var rules = new Rules(ownFolder.resolve("rules")).with("demo", 100);
        try (var own = TestService.of(rules, Duration.ofMillis(500));
                var single = new Wire(own.client().address());
                var tooLong = new Wire(own.client().address());
                var head = new Wire(own.client().address());
                var stream = new Wire(own.client().address())) {
            head.send("GET /v1/pol");
            stream.send(STREAM).chunk(Rules.TASK + "\n" + Rules.TASK.substring(0, 9));
            String post =
                    "POST /v1/decide HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ";
            single.send(post + "100\r\n\r\n{\"task\":");
            tooLong.send(post + "9000000\r\n\r\n{\"task\":");

            assertThat(single.rest())
                    .startsWith("HTTP/1.1 408 ")
                    .contains("application/problem+json", "the body stopped before its end");
            assertThat(tooLong.rest()).startsWith("HTTP/1.1 413 ").contains("application/problem+json");
            assertThat(head.rest()).isEmpty();
            assertThat(stream.rest())
                    .as("what was whole is answered, and the stream does not look whole")
                    .contains("\"token_cap\":100", "\"type\":\"/docs#too-slow\"");
            assertThat(own.client().post("/v1/decide", Rules.TASK).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenHttpIsAProblem(String request) throws IOException {
        try (var wire = new Wire(service.client().address())) {
            wire.send(request);

            assertThat(wire.head()).matches("(?s)HTTP/1.1 (4\\d\\d|505) .*application/problem\\+json.*");
            assertThat(wire.rest()).contains("\"type\":\"/docs#bad-request\"").doesNotContain("Exception", "jetty");
        }
    }

    @Test
    void aBodyThatEndsTooEarlyHurtsNoOneElse() throws IOException {
        try (var wire = new Wire(service.client().address())) {
            wire.send("POST /v1/decide HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 100\r\n\r\n{\"task\":");
        }
    }

    @Test
    void aClientThatWaitsForAWordGetsItBeforeItSendsTooMuch() throws IOException {
        try (var wire = new Wire(service.client().address())) {
            wire.send("POST /v1/decide HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Expect: 100-continue\r\nContent-Length: 9000000\r\n\r\n");

            assertThat(wire.head()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void eachLineIsAnsweredWhileTheNextIsStillToCome() throws IOException {
        try (var wire = new Wire(service.client().address())) {
            wire.send(STREAM).chunk(Rules.TASK + "\n");
            assertThat(wire.head()).startsWith("HTTP/1.1 200 ").contains("application/x-ndjson");
            assertThat(wire.nextChunk()).contains("\"rule\":\"chat\"").endsWith("\n");

            wire.chunk(Rules.TASK.replace("chat", "sql").substring(0, 20));
            wire.chunk(Rules.TASK.replace("chat", "sql").substring(20) + "\nnonsense\n");
            assertThat(wire.nextChunk()).contains("\"rule\":\"otherwise\"", "\"status\":400");

            wire.chunk(Rules.TASK).send("0\r\n\r\n");
            assertThat(wire.nextChunk()).contains("\"rule\":\"chat\"");
            assertThat(wire.nextChunk()).isEmpty();
        }
    }

    @Test
    void aStreamFollowsTheChangesOfItsPolicy() throws IOException {
        var rules = new Rules(ownFolder.resolve("rules")).with("demo", 100);
        try (var own = TestService.of(rules);
                var wire = new Wire(own.client().address())) {
            wire.send(STREAM).chunk(Rules.TASK + "\n");
            assertThat(wire.head()).startsWith("HTTP/1.1 200 ");
            assertThat(wire.nextChunk()).contains("\"token_cap\":100,");
            rules.with("demo", 200);
            TestService.await(() ->
                    own.client().post("/v1/decide", Rules.TASK).at("/token_cap").equals("200"));

            wire.chunk(Rules.TASK + "\n");

            assertThat(wire.nextChunk()).contains("\"token_cap\":200,");
        }
    }

    @Test
    void aLongStreamIsAnsweredToItsEnd() throws Exception {
        int lines = 200_000;
        try (var wire = new Wire(service.client().address())) {
            wire.send(STREAM);
            var sending = Thread.ofPlatform().start(() -> {
                try {
                    String hundred = (Rules.TASK + "\n").repeat(100);
                    for (int i = 0; i < lines / 100; i++) {
                        wire.chunk(hundred);
                    }
                    wire.send("0\r\n\r\n");
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertThat(wire.head()).startsWith("HTTP/1.1 200 ");
            long answers = 0;
            for (String chunk = wire.nextChunk(); !chunk.isEmpty(); chunk = wire.nextChunk()) {
                answers += chunk.chars().filter(c -> c == '\n').count();
            }
            sending.join();

            assertThat(answers).isEqualTo(lines);
        }
    }
}
