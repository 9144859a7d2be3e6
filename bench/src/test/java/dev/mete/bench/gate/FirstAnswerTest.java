package dev.mete.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.bench.report.Figure;
import dev.mete.bench.workload.Tasks;
import dev.mete.bench.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FirstAnswerTest {
    private static final int RULES = 20;
    private static final int STARTS = 5;
    private static final long MILLION = 1_000_000;
    private static final Report REPORT = new Report("first-answer.json");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mete", "drl"})
    void theFirstAnswerComesSoon(String language) throws IOException, InterruptedException {
        var policy = Workload.TENANT.policy(RULES, 1);
        var rules = new RulesFolder(folder, language);
        rules.saveInPlace(policy.text(language));
        String task = Tasks.json(policy.tasks(1).getFirst());
        var millis = new ArrayList<Double>();
        for (int start = 0; start < STARTS; start++) {
            millis.add(millisToFirstAnswer(rules, task));
        }
        millis.sort(null);
        double median = millis.get(STARTS / 2);
        REPORT.add(List.of(
                Figure.of("first answer, median of " + STARTS + " starts", Map.of("language", language), median, "ms"),
                Figure.of("first answer, slowest", Map.of("language", language), millis.getLast(), "ms")));
        assertThat(median).isLessThan((double) Gate.limit("first_answer.ms"));
    }

    private static double millisToFirstAnswer(RulesFolder rules, String task) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (var service = MeteService.start(rules.root(), RulesFolder.POLICY)) {
            service.firstAnswer(task);
            return (double) (System.nanoTime() - start) / MILLION;
        }
    }
}
