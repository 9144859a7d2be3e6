package dev.mete.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.bench.DecideBenchmark;
import dev.mete.bench.LargePolicyBenchmark;
import java.io.IOException;
import java.util.HashMap;
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
    private static final Map<String, RunResult> RESULTS = new HashMap<>();

    @BeforeAll
    static void measure() throws RunnerException {
        run(DecideBenchmark.class.getName() + ".(index|handWritten)$", "20", "2000");
        run(LargePolicyBenchmark.class.getName() + ".index$", "20", "200", "2000", "20000");
    }

    private static void run(String benchmark, String... rules) throws RunnerException {
        var options = new OptionsBuilder()
                .include(benchmark)
                .param("workload", "TENANT")
                .param("rules", rules)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .jvmArgsAppend("-Xms1g", "-Xmx1g")
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1));
        for (RunResult result : new Runner(options.build()).run()) {
            String name = result.getParams().getBenchmark();
            String kind = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
            RESULTS.put(kind + " " + result.getParams().getParam("rules"), result);
        }
    }

    @Test
    void aSmallPolicyDecidesAboutAsFastAsHandWrittenJava() throws IOException {
        double ratio = score("DecideBenchmark.index 20") / score("DecideBenchmark.handWritten 20");
        assertThat(ratio).isLessThan((double) Gate.limit("decide.ratio.20"));
    }

    @Test
    void aLargePolicyDecidesFasterThanHandWrittenJava() throws IOException {
        double percent = HUNDRED * score("DecideBenchmark.index 2000") / score("DecideBenchmark.handWritten 2000");
        assertThat(percent).isLessThan((double) Gate.limit("decide.percent.2000"));
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
        return score("LargePolicyBenchmark.index " + rules) / score("LargePolicyBenchmark.index " + from);
    }

    private static double score(String benchmark) {
        return Objects.requireNonNull(RESULTS.get(benchmark), benchmark)
                .getPrimaryResult()
                .getScore();
    }
}
