package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers that take their time, and what others and they themselves get. */
final class SlowCallersTest {
    /** More than a pool of threads would have. */
    private static final int MANY = 300;

    private static final String HALF = "{\"task\":";

    @TempDir
    private Path folder;

    private Rules rules;
    private TestService service;

    @BeforeEach
    void start() {
        rules = new Rules(folder.resolve("rules")).with("demo", 100).with("other", 100);
        service = TestService.of(rules);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void manyBodiesThatComeSlowlyKeepNobodyOutAndAreAnsweredWhenTheyAreWhole() throws IOException {
        List<Wire> slow = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                slow.add(new Wire(service.client().address())
                        .send(head("decide", "application/json") + "Content-Length: " + Rules.TASK.length() + "\r\n\r\n"
                                + HALF));
            }

            assertThat(decide().status()).isEqualTo(200);
            for (Wire wire : slow) {
                wire.send(Rules.TASK.substring(HALF.length()));
                assertThat(wire.head()).startsWith("HTTP/1.1 200 ");
            }
        } finally {
            for (Wire wire : slow) {
                wire.close();
            }
        }
    }

    @Test
    void anAnswerDoesNotWaitForTheRestOfTheNextLine() throws IOException {
        for (String next : new String[] {HALF, "\n"}) {
            try (var wire = stream()) {
                String line = Rules.TASK + "\n";
                wire.send(chunk(line) + chunk(next));

                assertThat(wire.head()).startsWith("HTTP/1.1 200 ");
                assertThat(wire.nextChunk()).contains("\"rule\":\"chat\"");
            }
        }
    }

    @Test
    void aStreamOutlivesTheFolderOfItsPolicy() throws IOException {
        try (var wire = stream()) {
            wire.chunk(Rules.TASK + "\n");
            assertThat(wire.head()).startsWith("HTTP/1.1 200 ");
            assertThat(wire.nextChunk()).contains("\"token_cap\":100,");

            Files.delete(rules.file("demo/policy.mete"));
            Files.delete(rules.file("demo"));
            TestService.await(() -> decide().status() == 404);
            wire.chunk(Rules.TASK + "\n");
            assertThat(wire.nextChunk()).contains("\"type\":\"/docs#unknown-policy\"");

            rules.with("demo", 200);
            TestService.await(() -> decide().status() == 200);
            wire.chunk(Rules.TASK + "\n");
            assertThat(wire.nextChunk()).contains("\"token_cap\":200,");
        }
    }

    private Reply decide() {
        return service.client().post("/v1/policies/demo/decide", Rules.TASK);
    }

    private Wire stream() throws IOException {
        return new Wire(service.client().address())
                .send(head("decide/batch", "application/x-ndjson") + "Transfer-Encoding: chunked\r\n\r\n");
    }

    private static String head(String address, String type) {
        return "POST /v1/policies/demo/" + address + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n";
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }
}
