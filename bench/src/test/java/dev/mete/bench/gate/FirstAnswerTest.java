package dev.mete.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.bench.http.MeteService;
import dev.mete.bench.http.RulesFolder;
import dev.mete.bench.report.Figure;
import dev.mete.bench.workload.Tasks;
import dev.mete.bench.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FirstAnswerTest {
    private static final Path SHIPPED =
            Gate.ROOT.resolve("rules").toAbsolutePath().normalize();
    private static final String SHIPPED_TASK =
            "{\"type\":\"agentic\",\"error_cost\":\"$20\",\"latency_tolerance\":\"8s\",\"input_tokens\":6000}";
    private static final int RULES = 20;
    private static final int STARTS = 5;
    private static final double MILLION = 1e6;
    private static final Report REPORT = new Report("first-answer.json");

    @TempDir
    private Path folder;

    @BeforeAll
    static void prepare() throws IOException, InterruptedException {
        MeteService.prepare(Gate.ROOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mete", "drl"})
    void onePolicyAnswersSoon(String language) throws IOException, InterruptedException {
        var policy = Workload.TENANT.policy(RULES, 1);
        var rules = new RulesFolder(folder, language);
        rules.saveInPlace(policy.text(language));
        String task = Tasks.json(policy.tasks(1).getFirst());
        double median =
                measure("one policy of " + RULES + " rules, " + language, () -> rules.serve(Gate.ROOT, ""), task);
        assertThat(median).isLessThan((double) Gate.limit("first_answer.ms"));
    }

    @Test
    void theShippedPoliciesAnswerSoon() throws IOException, InterruptedException {
        double median = measure("rules/", () -> shipped(""), SHIPPED_TASK);
        assertThat(median).isLessThan((double) Gate.limit("first_answer.ms"));
        measure("rules/, without the launcher's cache", () -> shipped("-XX:AOTMode=off"), SHIPPED_TASK);
    }

    /** Policies are loaded in the order of their names; the last one answers here. */
    private MeteService shipped(String javaOptions) throws IOException {
        return MeteService.start(Gate.ROOT, SHIPPED, folder, "support-desk", javaOptions);
    }

    private static double measure(String policies, Start service, String task)
            throws IOException, InterruptedException {
        var starts = new ArrayList<Started>();
        for (int start = 0; start < STARTS; start++) {
            starts.add(start(service, task));
        }
        double median = median(starts, Started::millis);
        var parameters = Map.of("policies", policies);
        REPORT.add(List.of(
                Figure.of("first answer, median of " + STARTS + " starts", parameters, median, "ms"),
                Figure.of("processor time until then", parameters, median(starts, Started::processorMillis), "ms")));
        return median;
    }

    @FunctionalInterface
    private interface Start {
        MeteService service() throws IOException;
    }

    private record Started(double millis, double processorMillis) {}

    private static Started start(Start start, String task) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (var service = start.service()) {
            service.firstAnswer(task);
            double millis = (System.nanoTime() - begun) / MILLION;
            return new Started(millis, service.processorTime().toMillis());
        }
    }

    private static double median(List<Started> starts, ToDoubleFunction<Started> figure) {
        return starts.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(STARTS / 2)
                .findFirst()
                .orElseThrow();
    }
}
