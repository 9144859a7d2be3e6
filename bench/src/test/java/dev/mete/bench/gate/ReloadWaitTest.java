package dev.mete.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.bench.http.MeteService;
import dev.mete.bench.http.ReloadsUnderLoad;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReloadWaitTest {
    private static final int SAVES = 6;

    @TempDir
    private Path folder;

    @Test
    void aReloadOfALargePolicyKeepsNoTaskWaitingForLong() throws IOException, InterruptedException {
        MeteService.prepare(Gate.ROOT);
        double millis = new ReloadsUnderLoad(Gate.ROOT, folder).measure(SAVES);
        assertThat(millis).isLessThan((double) Gate.limit("reload.wait.ms"));
    }
}
