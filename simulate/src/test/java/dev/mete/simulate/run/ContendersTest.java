package dev.mete.simulate.run;

import static dev.mete.simulate.run.Simulated.DEEP;
import static dev.mete.simulate.run.Simulated.FAST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Effort;
import dev.mete.simulate.report.ContenderReport;
import dev.mete.simulate.report.ContenderReport.Kind;
import dev.mete.simulate.report.SimulationReport;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a contender comes to is its own affair: not that of the others, of their order, or of what else runs. */
class ContendersTest {
    private static final List<String> POLICIES = List.of(
            "rule \"plans\" when type is planning then deep, effort high otherwise fast, effort none",
            "rule \"long\" when input_tokens > 3_000 then deep, effort high, cap 12_000 otherwise fast, effort none, cap 300",
            "otherwise cheapest of deep, effort high fast, effort none where p_error <= 20%");
    private static final List<Baseline> BASELINES =
            List.of(new Baseline(DEEP, Effort.HIGH), new Baseline(FAST, Effort.NONE));

    @Provide
    Arbitrary<List<String>> inAnyOrder() {
        return Arbitraries.shuffle(POLICIES);
    }

    @Provide
    Arbitrary<List<Baseline>> someBaselines() {
        return Arbitraries.shuffle(BASELINES)
                .flatMap(all -> Arbitraries.integers().between(0, all.size()).map(size -> all.subList(0, size)));
    }

    @Provide
    Arbitrary<String> lines() {
        var types = Arbitraries.of("planning", "chat");
        var inputs = Arbitraries.integers().between(1, 6_000);
        var outputs = Arbitraries.integers().between(1, 2_000);
        var counts = Arbitraries.integers().between(1, 1_500);
        return Combinators.combine(types, inputs, outputs, counts)
                .as((type, input, output, count) -> """
                        {"task":{"type":"%s","input_tokens":%d,"output_tokens":%d,"error_cost_usd":2,"latency_tolerance_ms":60000},"count":%d}""".formatted(type, input, output, count));
    }

    @Property(tries = 40)
    void companyAndOrderChangeNoFigure(
            @ForAll("inAnyOrder") List<String> policies,
            @ForAll("someBaselines") List<Baseline> baselines,
            @ForAll @Size(min = 1, max = 8) List<@From("lines") String> traffic,
            @ForAll @IntRange(min = 1, max = 4) int seeds) {
        var together =
                Simulated.of(policies.toArray(String[]::new)).seeds(seeds).controlled();
        baselines.forEach(together::with);
        var report = run(together, traffic);

        for (int place = 0; place < policies.size(); place++) {
            var alone = run(Simulated.of(policies.get(place)).seeds(seeds).controlled(), traffic);
            isEqual(of(report, Kind.POLICY, place), of(alone, Kind.POLICY, 0));
            isEqual(of(report, Kind.CONTROL, place), of(alone, Kind.CONTROL, 0));
        }
        for (int place = 0; place < baselines.size(); place++) {
            var alone = run(Simulated.of(POLICIES.getFirst()).seeds(seeds).with(baselines.get(place)), traffic);
            isEqual(of(report, Kind.BASELINE, place), of(alone, Kind.BASELINE, 0));
        }
    }

    @Test
    void manyAtOnceOnSeveralThreadsAreTheSame() {
        var traffic = List.of("""
                {"task":{"type":"planning","input_tokens":4000,"output_tokens":500},"count":2000}""", """
                {"task":{"type":"chat","input_tokens":200,"output_tokens":900},"count":2000}""");

        assertThat(IntStream.range(0, 12).parallel().mapToObj(_ -> run(Simulated.of(POLICIES.getFirst()), traffic)))
                .containsOnly(run(Simulated.of(POLICIES.getFirst()), traffic));
    }

    private static SimulationReport run(Simulated simulated, List<String> traffic) {
        return simulated.on(traffic.toArray(String[]::new));
    }

    private static ContenderReport of(SimulationReport report, Kind kind, int place) {
        return report.contenders().stream()
                .filter(contender -> contender.kind() == kind)
                .skip(place)
                .findFirst()
                .orElseThrow();
    }

    /** The names may differ: policies of one name are told apart. */
    private static void isEqual(ContenderReport one, ContenderReport other) {
        assertThat(one).usingRecursiveComparison().ignoringFields("name").isEqualTo(other);
    }
}
