package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.load.PolicyLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short way of a decision and the long one: whatever is sent, however it comes, both answer with the same bytes. */
final class HotRouteTest {
    private static final String DEMO = "/v1/policies/demo/decide";
    private static final String JSON = "Content-Type: application/json\n";
    private static final String SECRET = "Authorization: Bearer s3cret\n";
    private static final String LAST = "Connection: close\n";

    /** Where a sender pauses. */
    private static final String PAUSE = "‖";

    private static final Pattern OWN = Pattern.compile(
            "(?<=\nDate: )[^\r]*|(?<=JSESSIONID=)\\w*|(?<=\"decision_id\":\")\\w*|(?<=\"age_seconds\":)\\d*");

    @TempDir
    private static Path folder;

    private static TestService hot;
    private static TestService cold;

    @BeforeAll
    static void start() {
        var rules = new Rules(folder.resolve("rules")).with("demo", 100).with("on-drools", 100);
        rules.write("on-drools/settings.properties", "engine=drools");
        rules.write("broken/policy.mete", "policy broken\nmodels { fast = \"anthropic/claude-haiku-4-6\" }");
        var settings = TestService.settings("demo", new BearerToken("s3cret"));
        hot = TestService.of(rules, settings, null);
        cold = TestService.withoutHotRoute(rules, settings, PolicyLoader.installed());
    }

    @AfterAll
    static void stop() {
        hot.close();
        cold.close();
    }

    static Stream<String> bodies() {
        String task = "{\"task\":{\"type\":\"chat\",\"input_tokens\":100}}";
        return Stream.of(
                task,
                "",
                "nonsense",
                "{\"task\":",
                "[]",
                "{}",
                task + " {}",
                task.replace("chat", "chatt"),
                task.replace("chat", "ch\u00e4t"),
                task.replace("type", "tipe"),
                task.replace("100", "50000000"),
                task.replace("100", "1e999999999"),
                "{\"task\":" + "[".repeat(40) + "]".repeat(40) + "}",
                task + " ".repeat(HotExchange.LARGEST_BODY - task.length()),
                task + " ".repeat(HotExchange.LARGEST_BODY - task.length() + 1),
                task + " ".repeat(100_000),
                task + " ".repeat(1 << 20),
                "{\"task\":{}" + ",\"m\":1".repeat(2_000) + "}");
    }

    static Stream<String> addresses() {
        return Stream.of(
                "/v1/decide",
                DEMO + "?",
                DEMO + "?explain=true",
                DEMO + "?explain=false",
                DEMO + "?explian=true",
                DEMO + "?a=%zz",
                DEMO + "#here",
                DEMO + "/",
                DEMO + ";a=b",
                "/" + DEMO,
                "/v1//decide",
                "/v1/./decide",
                "/v1/decide/",
                "/v1/Decide",
                "/v1/policies/../decide",
                "/v1/policies//decide",
                "/v1/policies/decide",
                "/v1/policies/./decide",
                "/v1/policies/demo;a=b/decide",
                "/v1/policies/de%6Do/decide",
                "/v1/policies/demo%2Fdecide/decide",
                "/v1/policies/%00/decide",
                "/v1/policies/Demo/decide",
                "/v1/policies/dmo/decide",
                "/v1/policies/broken/decide",
                "/v1/policies/on-drools/decide",
                "/v1/policies/demo/explain",
                "/v1/policies/demo/decide/batch",
                "http://localhost" + DEMO,
                "http://elsewhere" + DEMO);
    }

    static Stream<String> headers() {
        return Stream.of(
                "",
                "Content-Type:\n",
                "Content-Type: application/json; charset=utf-8\n",
                "Content-Type: application/json;charset=\"UTF-8\"\n",
                "Content-Type: application/json; charset=latin1\n",
                "Content-Type: Application/JSON\n",
                "Content-Type: text/plain\n",
                JSON + JSON,
                JSON + "Content-Type: text/plain\n",
                JSON + "Content-Encoding: gzip\n",
                JSON + "Content-Encoding: identity\n",
                JSON + "Accept: */*\n",
                JSON + "Accept:\n",
                JSON + "Accept: application/*\n",
                JSON + "Accept: application/json, text/plain, */*\nAccept: application/json;q=0\n",
                JSON + "Accept: application/json;q=0\n",
                JSON + "Accept: text/html\n",
                JSON + "Accept-Encoding: gzip\n",
                JSON + "X-HTTP-Method-Override: GET\n",
                JSON + "x-http-method-override: PUT\n",
                JSON + "Upgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Version: 13\n",
                JSON + "Upgrade: h2c\nConnection: Upgrade\n",
                JSON + "Sec-WebSocket-Version: 13\n",
                JSON + "Cookie: JSESSIONID=\"a, b\n",
                JSON + "Expect: 100-continue\n",
                JSON + "Expect: 200-ok\n",
                JSON + "If-None-Match: *\n",
                JSON + "Range: bytes=0-1\n",
                JSON + "TE: trailers\n",
                JSON + "X-Long: " + "a".repeat(9_000) + "\n",
                JSON + "X: a\0b\n");
    }

    static Stream<String> credentials() {
        return Stream.of(
                "",
                "Authorization:\n",
                "Authorization: Bearer\n",
                "Authorization: Bearer s3cre\n",
                "Authorization: bearer  s3cret \n",
                "Authorization: Basic s3cret\n",
                SECRET + "Authorization: Bearer other\n",
                "Authorization: Bearer other\n" + SECRET);
    }

    static Stream<String> wires() {
        String head = " " + DEMO + " HTTP/1.1\nHost: a\n" + JSON + SECRET;
        String sized = "POST" + head + "Content-Length: " + Rules.TASK.length() + "\n";
        String chunked = "POST" + head + "Transfer-Encoding: chunked\n";
        String other = "GET /healthz HTTP/1.1\nHost: a\n\n";
        String one = sized + "\n" + Rules.TASK;
        String half = Rules.TASK.substring(0, 9);
        String rest = Rules.TASK.substring(9);
        return Stream.of(
                "GET" + head + LAST + "\n",
                "HEAD" + head + LAST + "\n",
                "OPTIONS" + head + LAST + "\n",
                "PUT" + head + "Content-Length: 2\n" + LAST + "\n{}",
                "BREW" + head + LAST + "\n",
                "post" + head + LAST + "\n",
                "POST" + head + LAST + "\n",
                one.replace("HTTP/1.1", "HTTP/1.0"),
                one.replace("HTTP/1.1\n", "HTTP/1.0\nConnection: keep-alive\n"),
                one.replace("Host: a\n", ""),
                one + one + other + one.replace("chat", "chatt") + other + one + one.replace(JSON, JSON + LAST),
                one + PAUSE + one + PAUSE + other + PAUSE + one,
                sized + LAST + PAUSE + "\n" + PAUSE + half + PAUSE + rest,
                sized + LAST + "\n" + half,
                sized + LAST + "Expect: 100-continue\n\n" + PAUSE + Rules.TASK,
                sized.replace("Length: ", "Length: -") + "\n" + Rules.TASK,
                sized.replace("Length: ", "Length: x") + "\n" + Rules.TASK,
                sized + "Content-Length: 3\n\n" + Rules.TASK,
                sized + "Transfer-Encoding: chunked\n\n" + Rules.TASK,
                sized.replaceAll("Length: .*", "Length: 9000000") + "\n" + half,
                chunked + "\n0\n\n",
                chunked + "\n" + chunk(half) + PAUSE + chunk(rest) + PAUSE + "0\n" + PAUSE + "\n",
                chunked + "Trailer: X\n\n" + chunk(Rules.TASK) + "0\nX: y\n\n",
                chunked + "\n" + chunk(Rules.TASK) + chunk(" ".repeat(20_000)) + PAUSE + chunk(" ") + "0\n\n" + one,
                chunked + "\n" + chunk(Rules.TASK) + chunk(" ".repeat(1 << 20)) + "0\n\n",
                chunked + "\n" + chunk(half),
                chunked + "\n" + chunk(half) + "zz\n",
                chunked.replace(": chunked", ": Chunked") + "\n" + chunk(Rules.TASK) + "0\n\n",
                chunked.replace(": chunked", ": gzip, chunked") + "\n" + chunk(Rules.TASK) + "0\n\n",
                chunked.replace(": chunked", ": identity") + "\n");
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\n" + text + "\n";
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyGetsTheSameAnswer(String body) throws IOException {
        same(post(DEMO, JSON + SECRET, body));
        same(post("/v1/policies/on-drools/decide", JSON + SECRET, body));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void anAddressGetsTheSameAnswer(String address) throws IOException {
        same(post(address, JSON + SECRET, Rules.TASK));
        same(post(address, JSON + SECRET, "{\"task\":{}}"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void headersGetTheSameAnswer(String headers) throws IOException {
        same(post(DEMO, headers + SECRET, Rules.TASK));
        same(post(DEMO, headers + SECRET, "{\"task\":{}}"));
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void credentialsGetTheSameAnswer(String headers) throws IOException {
        same(post(DEMO, JSON + headers, Rules.TASK));
    }

    @ParameterizedTest
    @MethodSource("wires")
    void bytesOnTheWireGetTheSameAnswer(String sent) throws IOException {
        same(sent);
        same(sent + "GET /healthz HTTP/1.1\nHost: a\n" + LAST + "\n");
    }

    @Test
    void whoFallsSilentIsToldTheSame() throws IOException {
        var rules = new Rules(folder.resolve("silent")).with("demo", 100);
        var settings =
                new ServerSettings(ServerSettings.LOOPBACK, 0, null, null, Duration.ZERO, Duration.ofMillis(500));
        String sized =
                "POST " + DEMO + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n";
        try (var hot = TestService.of(rules, settings, null);
                var cold = TestService.withoutHotRoute(rules, settings, PolicyLoader.installed())) {
            for (String sent : List.of(sized + "\r\n{\"task\":", sized + "\r\n", sized)) {
                try (var one = new Wire(hot.client().address());
                        var other = new Wire(cold.client().address())) {
                    one.send(sent);
                    other.send(sent);

                    assertThat(withoutOwn(one.rest())).isEqualTo(withoutOwn(other.rest()));
                }
            }
        }
    }

    @Test
    void onlyWhatIsPlainIsDecidedOnTheThreadThatReadsIt() {
        var rules = new Rules(folder.resolve("thread")).faulty("thread");
        try (var service = TestService.of(rules, TestService.settings(null, null), null, FaultyLanguage.loader())) {
            for (String address : List.of("/v1/decide", "/v1/policies/faulty/decide")) {
                assertThat(thread(service, address, Rules.TASK)).startsWith("mete-http-");
            }
            for (String address : List.of("/v1/decide?explain=false", "/v1/explain")) {
                assertThat(thread(service, address, Rules.TASK)).startsWith("mete-request-");
            }
            String large = Rules.TASK + " ".repeat(HotExchange.LARGEST_BODY);
            assertThat(thread(service, "/v1/decide", large)).startsWith("mete-request-");
        }
    }

    private static String thread(TestService service, String address, String task) {
        return service.client().post(address, task).at("/detail").replace("the rule `loops` failed: ", "");
    }

    @Test
    void bothCountTheSame() throws IOException {
        List<String> tasks = bodies().toList();
        List<String> before = List.of(counts(hot), counts(cold));
        assertThat(before.getFirst()).isEqualTo(before.getLast());
        for (String task : tasks) {
            same(post("/v1/decide", JSON + SECRET, task));
        }

        assertThat(counts(hot)).isEqualTo(counts(cold)).isNotEqualTo(before.getFirst());
    }

    private static String post(String address, String headers, String body) {
        return "POST " + address + " HTTP/1.1\nHost: localhost\n" + headers + LAST + "Content-Length: "
                + body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + "\n\n" + body;
    }

    private static void same(String sent) throws IOException {
        String answer = answer(hot, sent);

        assertThat(answer).isEqualTo(answer(cold, sent));
    }

    /** All that is answered until the connection ends, without what is each answer's own. */
    private static String answer(TestService service, String sent) throws IOException {
        try (var wire = new Wire(service.client().address())) {
            for (String piece : sent.replace("\n", "\r\n").split(PAUSE, -1)) {
                wire.send(piece);
                pause();
            }
            return withoutOwn(wire.end().rest());
        }
    }

    private static String withoutOwn(String answer) {
        return OWN.matcher(answer).replaceAll("…");
    }

    private static String counts(TestService service) {
        return service.client()
                .get("/metrics", "Authorization", "Bearer s3cret")
                .text()
                .lines()
                .filter(line -> line.startsWith("mete_decisions_total")
                        || line.startsWith("mete_decision_duration_seconds_count"))
                .toList()
                .toString();
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
