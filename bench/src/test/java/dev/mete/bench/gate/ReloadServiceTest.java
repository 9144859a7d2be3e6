package dev.mete.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.bench.http.MeteService;
import dev.mete.bench.http.RulesFolder;
import dev.mete.bench.http.SavedPolicy;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReloadServiceTest {
    /** Metaspace is compared in percent, and the JVM counts no class there that comes out of the launcher's cache. */
    private static final String ALL_CLASSES = "-XX:AOTMode=off";

    private static final long LOOK_MILLIS = 20;
    private static final int MOST_LOOKS = 500;
    private static final int RULES = 20;
    private static final Report REPORT = new Report("reload-service.json");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mete", "drl"})
    void memoryOfTheServiceStaysFlat(String language) throws IOException, InterruptedException {
        var policy = new SavedPolicy(language, RULES);
        String task = policy.task();
        var rules = new RulesFolder(folder, language);
        rules.saveInPlace(policy.text(0));
        var readings = new Readings(language);
        try (var service = rules.serve(Gate.ROOT, ALL_CLASSES)) {
            service.firstAnswer(task);
            var memory = Memory.ofProcess(service.process().pid());
            for (int save = 1; save <= Readings.RELOADS; save++) {
                rules.saveByMove(policy.text(save));
                awaitAnswer(service, task, save);
                readings.after(save, memory);
            }
        }
        REPORT.add(readings.figures());
        readings.assertFlat();
    }

    private static void awaitAnswer(MeteService service, String task, int save) throws InterruptedException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            HttpResponse<String> response = service.decide(task).join();
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            if (Answered.of(0, response).save() == save) {
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new AssertionError("save " + save + " never answered");
    }
}
