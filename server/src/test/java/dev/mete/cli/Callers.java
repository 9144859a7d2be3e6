package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers that ask one thing after another on kept connections, until an answer says that its connection ends. */
final class Callers {
    private static final int CALLERS = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

    private final AtomicInteger answered = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> lost = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    Callers(URI address) {
        var request = HttpRequest.newBuilder(address.resolve("/v1/decide"))
                .timeout(LONGEST_WAIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ServeTest.TASK))
                .build();
        for (int i = 0; i < CALLERS; i++) {
            threads.add(Thread.ofPlatform().daemon().start(() -> ask(request)));
        }
    }

    private void ask(HttpRequest request) {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            boolean goesOn = true;
            while (goesOn) {
                var response = http.send(request, HttpResponse.BodyHandlers.discarding());
                if (response.statusCode() != 200) {
                    lost.add("status " + response.statusCode());
                }
                answered.incrementAndGet();
                goesOn = !response.headers().firstValue("Connection").orElse("").equalsIgnoreCase("close");
            }
        } catch (IOException | InterruptedException e) {
            lost.add(e.toString());
        }
    }

    void awaitAnswers(int number) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (answered.get() < number && lost.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertThat(answered.get()).isGreaterThanOrEqualTo(number);
    }

    void join() throws InterruptedException {
        for (Thread thread : threads) {
            assertThat(thread.join(LONGEST_WAIT)).isTrue();
        }
    }

    int answered() {
        return answered.get();
    }

    /** Every request without a decision, and why. */
    Collection<String> lost() {
        return lost;
    }
}
