package dev.mete.simulate.run;

import static dev.mete.simulate.run.Simulated.DEEP;
import static dev.mete.simulate.run.Simulated.FAST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mete.engine.catalog.Effort;
import dev.mete.simulate.report.Comparison;
import dev.mete.simulate.report.ContenderReport;
import dev.mete.simulate.report.Group;
import dev.mete.simulate.report.Patience;
import dev.mete.simulate.report.ReportCsv;
import dev.mete.simulate.report.ReportText;
import dev.mete.simulate.report.SimulationReport;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final String SELECTIVE = """
            rule "plans are thought through" when bucket is use then deep, effort high
            otherwise fast, effort none
            """;
    private static final String EVERYTHING_FAST = "otherwise fast, effort none";
    private static final Baseline ALL_DEEP = new Baseline(DEEP, Effort.HIGH);

    private static String line(String type, long count, String more) {
        return """
                {"task":{"type":"%s","input_tokens":2000,"output_tokens":1600,"error_cost_usd":2,"latency_tolerance_ms":200000},"count":%d%s}""".formatted(type, count, more);
    }

    private static final String[] MIXED = {line("planning", 3_000, ""), line("chat", 7_000, "")};

    @Test
    void sumsAreExact() {
        var report = Simulated.of(EVERYTHING_FAST).seeds(2).on(line("chat", 999_999, ""), line("chat", 1, ""));

        // 2,000 in at $1 and 1,600 out at $5 a million
        assertThat(Objects.requireNonNull(total(report, 0).dollars()).mean()).isEqualByComparingTo("10000");
        assertThat(total(report, 0).requests()).isEqualByComparingTo("1000000");
        assertThat(Objects.requireNonNull(total(report, 0).dollars()).isSpread())
                .isFalse();
    }

    @Test
    void drawnThinkingComesToTheEstimate() {
        Group total = total(Simulated.of(SELECTIVE).seeds(100).on(MIXED), 0);

        double thinking = Objects.requireNonNull(total.thinkingTokens()).mean().doubleValue();
        assertThat(thinking / 3_000).isCloseTo(5_000, within(100.0));
        assertThat(Objects.requireNonNull(total.dollars()).mean().doubleValue())
                .isCloseTo(Objects.requireNonNull(total.estimatedDollars()).doubleValue(), within(5.0));
        assertThat(Objects.requireNonNull(total.dollars()).isSpread()).isTrue();
        assertThat(Objects.requireNonNull(total.errors()).mean().doubleValue())
                .isCloseTo(Objects.requireNonNull(total.expectedErrors()).doubleValue(), within(20.0));
        assertThat(total.expectedErrors()).isEqualByComparingTo("850");
    }

    @Test
    void equalSeedsGiveEqualReports() {
        assertThat(Simulated.of(SELECTIVE).controlled().on(MIXED))
                .isEqualTo(Simulated.of(SELECTIVE).controlled().on(MIXED));
    }

    @Test
    void groupsAddUpToTheTotal() {
        ContenderReport policy = Simulated.of(SELECTIVE).on(MIXED).contenders().getFirst();

        assertThat(policy.byBucket()).extracting(Group::name).containsExactly("use", "avoid");
        assertThat(policy.byRule()).extracting(Group::name).containsExactly("plans are thought through", "otherwise");
        assertThat(policy.byModel()).extracting(Group::name).containsExactly(DEEP + "/high", FAST + "/none");
        assertThat(policy.byRule().stream().map(group -> group.requests()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(policy.total().requests());
        assertThat(policy.rulesNeverHit()).isEmpty();
        assertThat(Simulated.of(SELECTIVE).on(MIXED[1]).contenders().getFirst().rulesNeverHit())
                .containsExactly("plans are thought through");
    }

    @Test
    void whatWasRecordedIsNotDrawn() {
        var report = Simulated.of(EVERYTHING_FAST)
                .on(
                        line(
                                "chat",
                                10,
                                ",\"outcomes\":{\"acme/fast\":{\"correct\":false,\"output_tokens\":600,\"latency_ms\":250000}}"),
                        line("chat", 10, ",\"outcomes\":{\"acme/fast/none\":{\"correct\":true,\"latency_ms\":5}}"));
        Group total = total(report, 0);

        assertThat(Objects.requireNonNull(total.errors()).mean()).isEqualByComparingTo("10");
        assertThat(Objects.requireNonNull(total.errorDollars()).mean()).isEqualByComparingTo("20");
        assertThat(Objects.requireNonNull(total.visibleTokens()).mean()).isEqualByComparingTo("22000");
        assertThat(Objects.requireNonNull(total.misses()).mean()).isEqualByComparingTo("10");
        assertThat(Objects.requireNonNull(total.dollars()).mean()).isEqualByComparingTo("0.15");
    }

    @Test
    void twoPoliciesAreComparedByPairsOfRules() {
        var report = Simulated.of(SELECTIVE, EVERYTHING_FAST)
                .compared()
                .with(ALL_DEEP)
                .perDay(10_000)
                .on(MIXED);

        assertThat(report.contenders())
                .extracting(ContenderReport::name)
                .containsExactly(ALL_DEEP.name(), "demo", "demo (2)");
        assertThat(report.comparisons()).hasSize(3);
        var comparison = report.comparisons().getLast();
        assertThat(comparison.changed()).isEqualTo(3_000);
        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.ruleBefore()).isEqualTo("plans are thought through");
            assertThat(change.ruleAfter()).isEqualTo("otherwise");
            assertThat(change.savedDollars())
                    .isEqualByComparingTo(
                            Objects.requireNonNull(comparison.savedDollars()).mean());
        });
        assertThat(Objects.requireNonNull(comparison.savedPerYear()))
                .isEqualByComparingTo(
                        Objects.requireNonNull(comparison.savedDollars()).mean().multiply(BigDecimal.valueOf(365)));
    }

    @Test
    void aControlHasTheSharesOfItsPolicyAndMoreErrors() {
        var report = Simulated.of(SELECTIVE).controlled().seeds(10).on(MIXED);
        Group policy = total(report, 0);
        Group control = total(report, 1);

        assertThat(Objects.requireNonNull(control.dollars()).mean().doubleValue())
                .isCloseTo(Objects.requireNonNull(policy.dollars()).mean().doubleValue(), within(10.0));
        assertThat(control.expectedErrors()).isGreaterThan(policy.expectedErrors());
        assertThat(report.comparisons().getFirst().before()).isEqualTo("control of demo");
    }

    @Test
    void aRequestCostsThePriceOfItsMoment() {
        var report = Simulated.of("otherwise deep, effort none")
                .on(
                        line("chat", 1, ",\"at\":\"2026-12-31T23:59:59Z\""),
                        line("chat", 1, ",\"at\":\"2027-01-01T00:00:00Z\""));

        // 2,000 in at $5 and 1,600 out at $25 a million, then twice as much
        assertThat(Objects.requireNonNull(total(report, 0).dollars()).mean()).isEqualByComparingTo("0.15");
    }

    @Test
    void whatIsNotKnownIsCountedAndNotSummed() {
        var report = Simulated.of("otherwise deep, effort low").on("{\"type\":\"chat\",\"input_tokens\":2000}");
        Group total = total(report, 0);

        assertThat(total.dollars()).isNull();
        assertThat(total.errors()).isNull();
        assertThat(total.thinkingTokens()).isNull();
        assertThat(total.misses()).isNull();
        assertThat(total.unknown().costs()).isEqualTo(1);
        assertThat(total.unknown().tokens()).isEqualTo(1);
        assertThat(total.unknown().latencies()).isEqualTo(1);
        assertThat(total.unknown().errors()).isEqualTo(1);
        assertThat(total.unknown().errorCosts()).isEqualTo(1);
        assertThat(total.unknown().deadlines()).isEqualTo(1);
        assertThat(total.latency()).isNull();
    }

    @Test
    void whatIsNotKnownOfBothIsNotCompared() {
        var report = Simulated.of("otherwise deep, effort low")
                .with(new Baseline(FAST, Effort.NONE))
                .perDay(10)
                .on(MIXED);

        assertThat(report.contenders().getFirst().rate()).isNotNull();
        assertThat(report.contenders().getLast().rate()).isNull();
        var comparison = report.comparisons().getFirst();
        assertThat(comparison.savedDollars()).isNull();
        assertThat(comparison.savedPercent()).isNull();
        assertThat(comparison.savedPerYear()).isNull();
        assertThat(comparison.savedErrors()).isNull();
    }

    @Test
    void aPairOfRulesWhoseCostsAreNotAllKnownSavesNothingThatIsKnown() {
        var known = "{\"task\":{\"type\":\"planning\",\"input_tokens\":2000,\"output_tokens\":1600},"
                + "\"outcomes\":{\"acme/deep/low\":{\"thinking_tokens\":100}}}";
        var unknown = "{\"type\":\"planning\",\"input_tokens\":2000,\"output_tokens\":1600}";
        var baseline = new Baseline(DEEP, Effort.LOW);

        var all = Simulated.of("otherwise fast, effort none")
                .with(baseline)
                .compared()
                .on(known, known);
        // 2,000 in at $5, 1,700 out at $25, against $1 and $5 and without the thinking, twice
        assertThat(change(all).savedDollars()).isEqualByComparingTo("0.085");

        var some = Simulated.of("otherwise fast, effort none")
                .with(baseline)
                .compared()
                .on(known, unknown);
        assertThat(change(some).requests()).isEqualTo(2);
        assertThat(change(some).savedDollars()).isNull();
        assertThat(ReportText.of(some)).contains("≥ $0.0525").doesNotContain("$0.0263", "-$0.0");
    }

    private static Comparison.Change change(SimulationReport report) {
        return report.comparisons().getFirst().changes().getFirst();
    }

    @Test
    void brokenLinesAreCountedAndTheFirstTenTold() {
        String[] lines = new String[13];
        java.util.Arrays.fill(
                lines, "{\"task\":{\"input_tokens\":1,\"output_tokens\":1,\"type\":\"chat\"},\"cuont\":3}");
        lines[0] = MIXED[0];
        var report = Simulated.of(SELECTIVE).on(lines);

        assertThat(report.traffic().broken()).isEqualTo(12);
        assertThat(report.traffic().firstBroken()).hasSize(10).first().satisfies(broken -> {
            assertThat(broken.line()).isEqualTo(2);
            assertThat(broken.reason()).isEqualTo("unknown field `cuont` beside `task`; did you mean `count`?");
        });
        assertThat(report.traffic().requests()).isEqualTo(3_000);
    }

    @Test
    void aFeatureThatOnlyAnotherPolicyKnowsIsNoMistake() {
        String withFeature = "features { urgent : bool = false }\n" + SELECTIVE;
        String task = "{\"type\":\"chat\",\"input_tokens\":10,\"urgent\":true}";

        assertThat(Simulated.of(SELECTIVE, withFeature).on(task).traffic().broken())
                .isZero();
        assertThat(Simulated.of(SELECTIVE).on(task).traffic().broken()).isEqualTo(1);
    }

    @Test
    void tenantsAreToldApartUpToAHundred() {
        String[] lines = new String[120];
        for (int tenant = 0; tenant < lines.length; tenant++) {
            lines[tenant] = "{\"type\":\"chat\",\"input_tokens\":10,\"tenant\":\"t%d\"}".formatted(tenant);
        }
        ContenderReport policy = Simulated.of(SELECTIVE).on(lines).contenders().getFirst();

        assertThat(policy.byTenant()).hasSize(101).anySatisfy(group -> {
            assertThat(group.name()).isEqualTo("others");
            assertThat(group.requests()).isEqualByComparingTo("20");
        });
    }

    @Test
    void callsKeepSequencesAndGpusOfOnesOwnBusy() {
        var contender = Simulated.of("otherwise own, effort none")
                .perDay(86_400)
                .on("{\"task\":{\"type\":\"chat\",\"input_tokens\":2000,\"output_tokens\":1600},\"count\":100}")
                .contenders()
                .getFirst();
        var rate = Objects.requireNonNull(contender.rate());

        // 1,600 tokens at 50 a second are 32 seconds of a sequence, one call begins each second, and 8 sequences share
        // two GPUs
        assertThat(contender.total().slotSeconds()).isEqualByComparingTo("3200");
        assertThat(contender.total().gpuSeconds()).isEqualByComparingTo("800");
        assertThat(rate.slots()).isEqualByComparingTo("32");
        assertThat(rate.gpus()).isEqualByComparingTo("8");
        assertThat(rate.dollarsPerDay()).isCloseTo(new BigDecimal("384"), Percentage.withPercentage(0.01));
    }

    @Test
    void latencyIsToldBesideWhatCallersWait() {
        // 0.3 seconds to the first token and 1,600 at 200 a second: 8.3 seconds of 8.3, of 100, of 5, and of 1
        var bands = Objects.requireNonNull(Simulated.of("otherwise fast, effort none")
                        .on(
                                patient("8300ms", 4),
                                patient("100s", 3),
                                patient("5s", 2),
                                patient("1s", 1),
                                "{\"type\":\"chat\",\"input_tokens\":1}")
                        .contenders()
                        .getFirst()
                        .patience())
                .bands();

        assertThat(bands.stream().map(Patience.Band::share).map(BigDecimal::doubleValue))
                .containsExactly(0.3, 0.0, 0.0, 0.0, 0.0, 0.4, 0.0, 0.2, 0.1);
        assertThat(Simulated.of("otherwise fast, effort none")
                        .on("{\"type\":\"chat\",\"input_tokens\":1}")
                        .contenders()
                        .getFirst()
                        .patience())
                .isNull();
    }

    @Test
    void aTableTellsThatOfAllRequestsTogether() throws IOException {
        var out = new StringWriter();
        ReportCsv.write(Simulated.of(EVERYTHING_FAST).on(patient("8300ms", 4), patient("1s", 4)), out);
        List<String> lines = out.toString().lines().toList();

        assertThat(lines.getFirst()).contains(",share_to_10_percent,").endsWith(",share_over_200_percent");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("demo,policy,all,"))
                .singleElement()
                .asString()
                .endsWith(",0.000000,0.000000,0.000000,0.000000,0.000000,0.500000,0.000000,0.000000,0.500000");
    }

    private static String patient(String tolerance, int count) {
        return "{\"task\":{\"type\":\"chat\",\"input_tokens\":1,\"output_tokens\":1600,\"latency_tolerance\":\"%s\"},\"count\":%d}"
                .formatted(tolerance, count);
    }

    @Test
    void trafficMaySayHowManyRequestsADayThereAre() {
        String perDay = "{\"requests_per_day\":5000}";

        var told = Simulated.of(SELECTIVE).on(perDay, MIXED[0], perDay, "{\"requests_per_day\":4000}");
        assertThat(Objects.requireNonNull(told.contenders().getFirst().rate()).requestsPerDay())
                .isEqualTo(5_000);
        assertThat(told.traffic().firstBroken())
                .singleElement()
                .satisfies(line -> assertThat(line.reason())
                        .isEqualTo("`requests_per_day` is told twice: 5000 before, and 4000 here"));

        var asked = Simulated.of(SELECTIVE).perDay(7).on(perDay, MIXED[0]);
        assertThat(Objects.requireNonNull(asked.contenders().getFirst().rate()).requestsPerDay())
                .isEqualTo(7);
    }

    @Test
    void aNoteStandsOnALineOfItsOwn() {
        var report = Simulated.of(SELECTIVE)
                .on(
                        "{\"note\":\"made up\"}",
                        "{\"note\":\"here\",\"task\":{\"type\":\"chat\",\"input_tokens\":1}}",
                        MIXED[0]);

        assertThat(report.notes()).containsExactly("made up");
        assertThat(report.traffic().firstBroken())
                .singleElement()
                .satisfies(line -> assertThat(line.reason())
                        .isEqualTo("`note` and `requests_per_day` stand on a line of their own"));
    }

    private static Group total(SimulationReport report, int contender) {
        return report.contenders().get(contender).total();
    }
}
