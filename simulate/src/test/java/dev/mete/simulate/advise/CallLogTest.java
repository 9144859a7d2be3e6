package dev.mete.simulate.advise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mete.simulate.advise.Finding.Kind;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallLogTest {
    private static final String CHEAP_ERRORS = "{\"error_cost_usd\": 0.05, \"latency_tolerance_ms\": 120000}";

    @Test
    void effortThatChangesNothingIsAdvisedDown() {
        var advice = new SimulatedLog(1)
                .task(CHEAP_ERRORS)
                .calls(2_000, "high", 0.1, 4_000)
                .calls(2_000, "low", 0.1, 1_000)
                .advice();

        var lower = SimulatedLog.found(advice, Kind.LOWER);
        assertThat(lower.says()).contains("a/thinker at high could go down to a/thinker at low");
        assertThat(SimulatedLog.money(lower).estimate().doubleValue()).isCloseTo(2_000 * 0.03, within(2.0));
        assertThat(SimulatedLog.money(lower).low())
                .isLessThan(SimulatedLog.money(lower).estimate());
    }

    @Test
    void effortThatPaysIsLeft() {
        var advice = new SimulatedLog(2)
                .task("{\"error_cost\": \"$5\"}")
                .calls(1_000, "high", 0.05, 4_000)
                .calls(1_000, "low", 0.25, 1_000)
                .advice();

        assertThat(SimulatedLog.first(advice, Kind.LOWER)).isNull();
        assertThat(SimulatedLog.first(advice, Kind.PAYS)).isNotNull();
    }

    @Test
    void theMarginDecidesWhereNoErrorCostIsTold() {
        assertThat(SimulatedLog.first(withoutErrorCost(20_000), Kind.LOWER)).isNotNull();
        assertThat(SimulatedLog.first(withoutErrorCost(200), Kind.LOWER)).isNull();
    }

    private static Advice withoutErrorCost(int calls) {
        return new SimulatedLog(3)
                .calls(calls, "high", 0.02, 4_000)
                .calls(calls, "low", 0.02, 1_000)
                .advice();
    }

    @Test
    void tooFewCallsSettleNothingAndSayHowManyMore() {
        var advice = new SimulatedLog(4)
                .calls(100, "high", 0.1, 4_000)
                .calls(100, "low", 0.1, 1_000)
                .advice();

        var unsettled = SimulatedLog.first(advice, Kind.UNSETTLED);
        assertThat(unsettled).isNotNull();
        assertThat(unsettled.says()).containsPattern("about [\\d,]+ more calls of each would tell");
    }

    @Test
    void differentTasksAreNotCompared() {
        var log = new SimulatedLog(5).task(CHEAP_ERRORS).calls(500, "high", 0.1, 4_000);
        for (int call = 0; call < 500; call++) {
            log.line("""
                    {"task": %s, "decision": {"rule": "plan", "model": "a/thinker", "effort": "low"}, \
                    "outcome": {"success": true, "input_tokens": %d, "output_tokens": 500}}""".formatted(CHEAP_ERRORS, 100 + call));
        }

        assertThat(SimulatedLog.found(log.advice(), Kind.UNSETTLED).says()).contains("different tasks");
    }

    @Test
    void anErrorCostsWhatItsOwnTaskSays() {
        // one task in twenty costs $20 an error, and on these alone the lower effort fails more often
        var log = new SimulatedLog(13)
                .task("{\"error_cost_usd\": 0}")
                .calls(3_800, "high", 0.05, 4_000)
                .calls(3_800, "low", 0.05, 1_000)
                .task("{\"error_cost_usd\": 20}")
                .calls(200, "high", 0.05, 4_000)
                .calls(200, "low", 0.25, 1_000);

        assertThat(SimulatedLog.first(log.advice(), Kind.LOWER)).isNull();
        assertThat(SimulatedLog.found(log.advice(), Kind.PAYS).because().getLast())
                .contains(
                        "a wrong answer costs $1.00 on average: with the errors, the cheaper plan comes to", " more (");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"type\":\"planning\"}', '{\"type\":\"chat\"}', they are of other types",
        "'{\"complexity\":\"high\"}', '{\"complexity\":\"low\"}', they are not equally complex",
        "'{\"error_cost_usd\":100}', '{\"error_cost_usd\":0.01}', their errors do not cost the same"
    })
    void plansThatWereGivenOtherTasksAreNotCompared(String dear, String cheap, String why) {
        var advice = new SimulatedLog(14)
                .task(dear)
                .calls(300, "high", 0.3, 4_000)
                .task(cheap)
                .calls(300, "low", 0.01, 1_000)
                .advice();

        assertThat(SimulatedLog.first(advice, Kind.LOWER)).isNull();
        assertThat(SimulatedLog.found(advice, Kind.UNSETTLED).says()).contains(why);
    }

    @Test
    void anAnswerThatTheProviderSaysIsWholeIsNotCutOff() {
        var log = new SimulatedLog(15);
        for (int call = 0; call < 100; call++) {
            log.line("""
                    {"task": {}, "decision": {"rule": "plan", "model": "a/thinker", "effort": "low", "token_cap": 1000}, \
                    "outcome": {"success": true, "finish_reason": "stop", "input_tokens": 10, "output_tokens": 1000}}""");
        }

        assertThat(SimulatedLog.first(log.advice(), Kind.CUT_OFF)).isNull();
    }

    @Test
    void adviceIsRarelyWrong() {
        long wrong = LongStream.range(0, 400)
                .mapToObj(seed -> new SimulatedLog(seed)
                        .calls(600, "high", 0.10, 4_000)
                        .calls(600, "low", 0.11, 1_000)
                        .advice())
                .filter(advice -> SimulatedLog.first(advice, Kind.LOWER) != null)
                .count();
        long wronglyWeighed = LongStream.range(0, 400)
                .mapToObj(seed -> new SimulatedLog(seed)
                        .task("{\"error_cost_usd\": 0.6}")
                        .calls(600, "high", 0.10, 4_000)
                        .calls(600, "low", 0.15, 1_000)
                        .advice())
                .filter(advice -> SimulatedLog.first(advice, Kind.LOWER) != null)
                .count();

        // at the very bar 2.5 % are expected: 10 of 400, and by chance hardly ever as many as 20
        assertThat(wrong).isLessThan(20);
        assertThat(wronglyWeighed).isLessThan(20);
    }

    @Test
    void capsThatCutOffAreFoundWithTheMoneySpent() {
        var advice =
                new SimulatedLog(6).cap(3_000).calls(500, "high", 0.1, 4_000).advice();

        var cutOff = SimulatedLog.found(advice, Kind.CUT_OFF);
        assertThat(SimulatedLog.money(cutOff).estimate()).isPositive();
        assertThat(SimulatedLog.first(advice, Kind.LOOSE_CAP)).isNull();
    }

    @Test
    void capsThatNeverBindAreFoundWhereThereAreEnoughCalls() {
        assertThat(SimulatedLog.found(loose(500), Kind.LOOSE_CAP).says()).contains("never binds", "from 90,000 to");
        assertThat(SimulatedLog.first(loose(100), Kind.LOOSE_CAP)).isNull();
    }

    private static Advice loose(int calls) {
        return new SimulatedLog(7).cap(90_000).calls(calls, "high", 0.1, 4_000).advice();
    }

    @Test
    void retriesThatOutlastTheCallerAreFound() {
        var task = "{\"latency_tolerance\": \"45s\"}";

        var advice =
                new SimulatedLog(8).task(task).calls(200, "high", 0.1, 4_000).advice();

        var deadline = SimulatedLog.found(advice, Kind.DEADLINE);
        assertThat(deadline.says()).contains("3 attempts");
        assertThat(deadline.because().getFirst()).contains("200 of 200 calls", "90.0 s", "45.0 s");
        var once = new SimulatedLog(8).task(task).calls(200, "high", 0.1, 4_000).advice(new Settings(0.01, 1, null));
        assertThat(SimulatedLog.found(once, Kind.DEADLINE).because().getFirst()).contains("answers came too late");
    }

    @Test
    void moneyIsExactAndTokensMayHaveOpenTelemetrysNames() {
        var advice = new SimulatedLog(9).line("""
                    {"task": {"error_cost_usd": 1}, "decision": {"rule": "r", "model": "a/thinker", "effort": "none", "token_cap": 100, "anything": 1}, \
                    "at": "2026-11-22T09:00:00Z", \
                    "outcome": {"gen_ai.usage.input_tokens": 1000, "gen_ai.usage.output_tokens": 100, "gen_ai.usage.reasoning.output_tokens": 20, \
                    "gen_ai.response.finish_reasons": ["length"]}}""").advice();

        assertThat(advice.unpriced()).isZero();
        assertThat(SimulatedLog.money(SimulatedLog.found(advice, Kind.CUT_OFF)).estimate())
                .isEqualByComparingTo("0.002");
        assertThat(advice.callsPerDay()).isNull();
    }

    @Test
    void moneyIsOfADayWhereCallsADayAreTold() {
        var advice =
                new SimulatedLog(10).cap(3_000).calls(500, "high", 0.1, 4_000).advice(new Settings(0.01, 3, 1_000L));

        var cutOff = SimulatedLog.found(advice, Kind.CUT_OFF);
        assertThat(Objects.requireNonNull(cutOff.perDay()).estimate())
                .isCloseTo(
                        SimulatedLog.money(cutOff).estimate().multiply(BigDecimal.TWO), within(new BigDecimal("1e-9")));
    }

    @Test
    void linesThatAreNoCallsAreCountedWithTheirReasons() {
        var log = new SimulatedLog(11)
                .line("{")
                .line("[]")
                .line("{\"task\": {}}")
                .line(
                        "{\"task\": {}, \"decision\": {\"rule\": \"r\", \"model\": \"m\", \"effort\": \"hihg\"}, \"outcome\": {}}")
                .line(
                        "{\"task\": {}, \"decision\": {\"rule\": \"r\", \"model\": \"m\", \"effort\": \"high\"}, \"outcome\": {\"sucess\": true}}")
                .line(
                        "{\"task\": {\"error_cost\": 5}, \"decision\": {\"rule\": \"r\", \"model\": \"m\", \"effort\": \"high\"}, \"outcome\": {}}")
                .calls(10, "high", 0.5, 100);
        for (int line = 0; line < 6; line++) {
            log.line("nothing");
        }

        var read = log.advice().log();
        assertThat(read.broken()).isEqualTo(12);
        assertThat(read.requests()).isEqualTo(10);
        assertThat(read.firstBroken()).hasSize(10);
        assertThat(read.firstBroken().stream().map(line -> line.reason()))
                .anySatisfy(reason -> assertThat(reason).contains("`decision` is missing"))
                .anySatisfy(reason -> assertThat(reason).contains("did you mean `high`?"))
                .anySatisfy(reason -> assertThat(reason).contains("did you mean `success`?"))
                .anySatisfy(reason -> assertThat(reason).contains("`error_cost` needs a unit"));
    }

    @Test
    void nothingToAdviseIsSaid() {
        var advice = new SimulatedLog(12).calls(20, "high", 0.1, 1_000).advice();

        assertThat(AdviceText.of(advice)).contains("nothing to advise");
    }
}
