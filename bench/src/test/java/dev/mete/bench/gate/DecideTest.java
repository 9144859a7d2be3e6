package dev.mete.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.bench.DecideBenchmark;
import dev.mete.bench.LargePolicyBenchmark;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What one decision takes beside hand-written Java, how it grows with the policy, and what it allocates; all within one run. */
final class DecideTest {
    private static final double HUNDRED = 100;
    private static final List<String> WORKLOADS = List.of("TENANT", "BOX");
    private static final Map<String, RunResult> RESULTS = new HashMap<>();

    @BeforeAll
    static void measure() throws RunnerException {
        run(DecideBenchmark.class.getName() + ".(index|handWritten)$", "20", "200", "2000");
        run(LargePolicyBenchmark.class.getName() + ".index$", "20", "200", "2000", "20000");
    }

    private static void run(String benchmark, String... rules) throws RunnerException {
        var options = new OptionsBuilder()
                .include(benchmark)
                .param("workload", "TENANT", "BOX")
                .param("rules", rules)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .jvmArgsAppend("-XX:+UseCompactObjectHeaders", "-Xms1g", "-Xmx1g")
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1));
        for (RunResult result : new Runner(options.build()).run()) {
            String name = result.getParams().getBenchmark();
            String kind = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
            RESULTS.put(
                    kind + " " + result.getParams().getParam("rules") + " "
                            + result.getParams().getParam("workload"),
                    result);
        }
    }

    @Test
    void aSmallPolicyDecidesAboutAsFastAsHandWrittenJava() throws IOException {
        for (String workload : WORKLOADS) {
            assertThat(ofHandWritten("20", workload)).as(workload).isLessThan((double) Gate.limit("decide.percent.20"));
        }
    }

    @Test
    void aLargePolicyDecidesFasterThanHandWrittenJava() throws IOException {
        for (String workload : WORKLOADS) {
            assertThat(ofHandWritten("200", workload)).as(workload).isLessThan((double)
                    Gate.limit("decide.percent.200"));
            assertThat(ofHandWritten("2000", workload)).as(workload).isLessThan((double)
                    Gate.limit("decide.percent.2000"));
        }
    }

    private static double ofHandWritten(String rules, String workload) {
        return HUNDRED
                * score("DecideBenchmark.index " + rules + " " + workload)
                / score("DecideBenchmark.handWritten " + rules + " " + workload);
    }

    @Test
    void aDecisionGrowsFarSlowerThanThePolicy() throws IOException {
        assertThat(grows("2000", "20")).isLessThan((double) Gate.limit("decide.growth.2000"));
        assertThat(grows("20000", "200")).isLessThan((double) Gate.limit("decide.growth.20000"));
    }

    @Test
    void aDecisionAllocatesNothing() throws IOException {
        double most = Gate.limit("decide.bytes");
        RESULTS.forEach((name, result) -> assertThat(bytes(result)).as(name).isLessThan(most));
    }

    private static double bytes(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                .getScore();
    }

    private static double grows(String rules, String from) {
        return score("LargePolicyBenchmark.index " + rules + " TENANT")
                / score("LargePolicyBenchmark.index " + from + " TENANT");
    }

    private static double score(String benchmark) {
        return Objects.requireNonNull(RESULTS.get(benchmark), benchmark)
                .getPrimaryResult()
                .getScore();
    }
}
