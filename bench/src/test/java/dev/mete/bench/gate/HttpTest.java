package dev.mete.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.bench.http.CompareServers;
import dev.mete.bench.http.MeteService;
import dev.mete.bench.http.Rounds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a decision over HTTP takes beside a bare handler of the same Jetty, in turns. */
final class HttpTest {
    /** Long enough for the JIT, which a service keeps waiting for longer than is usual. */
    private static final Rounds ROUNDS = new Rounds(Duration.ofSeconds(12), 5, Duration.ofSeconds(3));

    private static final double HUNDRED = 100;

    @TempDir
    private static Path folder;

    private static double processorPercent;
    private static double requestsPercent;

    @BeforeAll
    static void measure() throws IOException, InterruptedException {
        MeteService.prepare(Gate.ROOT);
        try (var servers = CompareServers.withBareJetty(Gate.ROOT, folder)) {
            servers.measure(ROUNDS);
            processorPercent = HUNDRED * servers.processorRatio();
            requestsPercent = HUNDRED * servers.requestsRatio();
        }
    }

    @Test
    void aDecisionTakesLittleMoreProcessorTimeThanAConstantAnswer() throws IOException {
        assertThat(processorPercent).isLessThan((double) Gate.limit("http.processor.percent"));
    }

    @Test
    void nearlyAsManyRequestsAreAnsweredAsByABareHandler() throws IOException {
        assertThat(requestsPercent).isGreaterThan((double) Gate.limit("http.requests.percent"));
    }
}
