package dev.mete.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are not UTF-8 but that a lenient reader takes for other text than was sent. */
final class EncodingTest {
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

    /** Each character stands for a byte. The first is {@code chat} with its first letter in two bytes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00c1\u00a3hat",
                "\u00e0\u0081\u00a3hat",
                "chat\u00ff",
                "\u00edA",
                "\u00ed\u00a0\u0080",
                "\u00f4\u0090\u0080\u0080"
            })
    void noByteIsReadAsSomethingElse(String type) {
        byte[] body = Rules.TASK.replace("chat", type).getBytes(ISO_8859_1);

        Reply single = service.client().post(DECIDE, "application/json", body);
        assertThat(single.status()).isEqualTo(400);
        assertThat(single.at("/type")).isEqualTo("/docs#not-utf-8");
        assertThat(single.at("/problems/0/line")).isEqualTo("1");

        Reply stream = service.client().post(DECIDE + "/batch", "application/x-ndjson", body);
        assertThat(stream.text()).contains("/docs#not-utf-8").doesNotContain("decision_id");

        byte[] array = ("[" + Rules.TASK + "," + new String(body, ISO_8859_1) + "]").getBytes(ISO_8859_1);
        Reply batch = service.client().post(DECIDE + "/batch", "application/json", array);
        assertThat(batch.status()).isEqualTo(400);
        assertThat(batch.at("/type")).isEqualTo("/docs#not-utf-8");

        byte[] check = ("{\"language\":\"mete\",\"text\":\"" + type + "\"}").getBytes(ISO_8859_1);
        assertThat(service.client().post("/v1/check", "application/json", check).status())
                .isEqualTo(400);
    }

    @Test
    void aPlaceCountsLinesAndBytes() {
        byte[] body = "{\n \"task\": \"\u00ff\"}".getBytes(ISO_8859_1);
        Reply reply = service.client().post(DECIDE, "application/json", body);

        assertThat(reply.at("/detail")).endsWith("at line 2, column 11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00e9", "\u20ac", "\ud83d\ude80", "\ud7ff\ue000\udbff\udfff"})
    void textsInEveryLengthOfUtf8AreRead(String tenant) {
        String task = Rules.TASK.replace("\"input_tokens\"", "\"tenant\":\"" + tenant + "\",\"input_tokens\"");

        assertThat(service.client().post(DECIDE, task).status()).isEqualTo(200);
        assertThat(service.client().post(DECIDE + "/batch", "[" + task + "]").status())
                .isEqualTo(200);
    }
}
