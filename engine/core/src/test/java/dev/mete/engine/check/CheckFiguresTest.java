package dev.mete.engine.check;

import static dev.mete.engine.catalog.Effort.HIGH;
import static dev.mete.engine.catalog.Effort.LOW;
import static dev.mete.engine.catalog.Effort.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.ThinkingLengths.Point;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.Goal;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.sample.Ask;
import dev.mete.engine.sample.Known;
import dev.mete.engine.sample.Models;
import dev.mete.engine.sample.PolicyDraft;
import dev.mete.engine.sample.Words;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the checker says of prices, speeds, lengths and errors, and of their absence. */
class CheckFiguresTest {
    private static final Model BARE = Models.levels("acme/bare");
    private static final Model CHEAP = Known.of(Models.plain("acme/cheap"))
            .prices("1", "5")
            .errs(NONE, 60_000)
            .model();

    @Nested
    class Choices {
        @Test
        void theCheapestNeedsPricesAndLengths() {
            assertThat(found(new PolicyDraft()
                            .otherwise(Goal.CHEAPEST, cheap(), Ask.of(BARE, LOW).plan())))
                    .contains("""
                            error M0410 [bare, effort low]
                            the catalog does not say what `bare` (acme/bare) costs, and `cheapest of` compares plans by it
                            add `prices` to acme/bare in the catalog, or leave the plan out""", """
                            error M0410 [bare, effort low]
                            the catalog does not say how long `bare` (acme/bare) thinks with `effort low`, and `cheapest of` compares plans by it
                            add `thinking_lengths` to acme/bare in the catalog, or leave the plan out""")
                    .noneMatch(text -> text.contains("M0413"));
        }

        @Test
        void theFastestNeedsSpeeds() {
            assertThat(found(new PolicyDraft().otherwise(Goal.FASTEST, cheap())))
                    .containsExactly("""
                            error M0410 [cheap, effort none]
                            the catalog does not say how fast `cheap` (acme/cheap) is with `effort none`, and `fastest of` compares plans by it
                            add `speeds` to acme/cheap in the catalog, or leave the plan out""");
        }

        @Test
        void theBestNeedsSpeedsOnlyWhereWaitingCosts() {
            assertThat(found(new PolicyDraft().otherwise(Goal.BEST, cheap()))).isEmpty();
            assertThat(found(new PolicyDraft().waiting(1, PolicyDraft.always()).otherwise(Goal.BEST, cheap())))
                    .singleElement()
                    .asString()
                    .contains("how fast `cheap`");
        }

        @Test
        void theBestNeedsAnErrorRateForEveryTaskThatTheRuleCanMeet() {
            Model coder = Known.of(Models.plain("acme/coder"))
                    .prices("1", "5")
                    .errs(NONE, "debugging", "high", 10_000)
                    .model();
            var draft =
                    new PolicyDraft().otherwise(Goal.BEST, Ask.of(coder, NONE).plan());
            assertThat(found(draft)).containsExactly("""
                            error M0413 [coder, effort none]
                            the catalog does not say how often `coder` with `effort none` is wrong at a task of type summarization and complexity low, which this rule can meet
                            add `errors` for it to acme/coder in the catalog, or let the rule hold only where they are known""");
        }

        @Test
        void aBoundOfErrorsNeedsThemWhateverTheGoal() {
            Model coder = Known.of(Models.plain("acme/coder"))
                    .prices("1", "5")
                    .errs(NONE, "debugging", "high", 10_000)
                    .model();
            var draft = new PolicyDraft()
                    .otherwise(
                            Goal.CHEAPEST,
                            (_, worth) -> new Condition.Not(
                                    new Condition.Compare(
                                            Comparison.GREATER,
                                            new Amount.Times(100, Objects.requireNonNull(worth.errors())),
                                            new Amount.Fixed(5_000_000),
                                            1,
                                            Words.span("p_error > 5%")),
                                    Words.span("not p_error > 5%")),
                            Ask.of(coder, NONE).plan());
            assertThat(found(draft)).singleElement().asString().startsWith("error M0413 [coder, effort none]");
        }

        @Test
        void aTaskThatAnEarlierRuleTakesNeedsNoErrorRate() {
            Model coder = Known.of(Models.plain("acme/coder"))
                    .prices("1", "5")
                    .errs(NONE, "debugging", null, 10_000)
                    .model();
            var isNoDebugging = new Condition.Not(
                    new Condition.Among(PolicyDraft.slot("type"), Set.of(14), Words.span("debugging")),
                    Words.span("no debugging"));
            assertThat(found(new PolicyDraft()
                            .rule("others", isNoDebugging, cheap())
                            .otherwise(Goal.BEST, Ask.of(coder, NONE).plan())))
                    .isEmpty();
        }

        @Test
        void anEqualErrorRateIsNoReasonForADearerPlan() {
            assertThat(found(new PolicyDraft()
                            .otherwise(
                                    Goal.BEST,
                                    choice("acme/good", "1", "5", 60_000),
                                    choice("acme/dear", "2", "10", 60_000))))
                    .singleElement()
                    .asString()
                    .startsWith("warning M0423 [dear, effort none]");
            assertThat(found(new PolicyDraft()
                            .otherwise(
                                    Goal.BEST,
                                    choice("acme/good", "1", "5", 60_000),
                                    choice("acme/twin", "1", "5", 60_000))))
                    .isEmpty();
        }

        private static PlanIr choice(String id, String input, String output, int errors) {
            return Ask.of(
                            Known.of(Models.plain(id))
                                    .prices(input, output)
                                    .speed(NONE, 1_000, null, 10_000)
                                    .errs(NONE, errors)
                                    .model(),
                            NONE)
                    .plan();
        }

        @Test
        void aPlanThatIsNeverTheBestIsReported() {
            Model dear = Known.of(Models.plain("acme/dear"))
                    .prices("2", "10")
                    .speed(NONE, 900, null, 10_000)
                    .errs(NONE, 70_000)
                    .model();
            Model good = Known.of(Models.plain("acme/good"))
                    .prices("1", "5")
                    .speed(NONE, 500, null, 9_000)
                    .errs(NONE, 60_000)
                    .model();
            assertThat(found(new PolicyDraft()
                            .otherwise(
                                    Goal.BEST,
                                    Ask.of(dear, NONE).plan(),
                                    Ask.of(good, NONE).plan())))
                    .containsExactly("""
                            warning M0423 [dear, effort none]
                            this plan is never the best: `good` with `effort none` is at least as cheap, as fast and as often right
                            leave it out""");
        }
    }

    @Nested
    class Money {
        @Test
        void aLimitOnTheCostNeedsPrices() {
            assertThat(found(new PolicyDraft()
                            .otherwise(Ask.of(BARE, NONE).plan())
                            .limit("money", new Bound.CostAtMost(Quantity.fixed(1, Words.span("cost"))))))
                    .containsExactly("""
                            error M0414 [bare]
                            the catalog does not say what `bare` (acme/bare) costs, so that no `limit cost` can hold
                            add `prices` to it in the catalog, or leave the model out""");
        }

        @Test
        void anUnpricedModelBesidePricedOnesIsReported() {
            assertThat(found(new PolicyDraft()
                            .otherwise(cheap(), Ask.of(BARE, NONE).plan())))
                    .containsExactly("""
                            warning M0418 [bare]
                            the catalog does not say what `bare` (acme/bare) costs
                            add `prices` to it in the catalog, or leave the model out""");
        }
    }

    @Nested
    class Time {
        private final Model slow = Known.of(Models.levels("acme/slow"))
                .speed(HIGH, 1_000, null, 10_000)
                .thinks(HIGH, new Point(500_000, 6_000), new Point(990_000, 30_000))
                .model();

        @Test
        void aPlanThatIsMostlyTooSlowForItsRuleIsReported() {
            assertThat(found(new PolicyDraft()
                            .rule(
                                    "hurried",
                                    tolerance(Comparison.LESS, 30_000),
                                    Ask.of(slow, HIGH).plan())
                            .otherwise(Ask.of(slow, HIGH).plan())))
                    .containsExactly("""
                            warning M0417 [slow, effort high]
                            half of the answers take more than 66s, and this rule holds only where the caller waits for at most 29s
                            choose a lower effort or a faster model""");
        }

        @Test
        void aCapThatCutsManyAnswersOffIsReported() {
            assertThat(found(new PolicyDraft()
                            .otherwise(Ask.of(slow, HIGH).cap(6_500).plan())))
                    .containsExactly("""
                            warning M0416 [cap 6500]
                            a cap of 6_500 tokens cuts off about 50 in 100 answers of 500 tokens, and they are paid for
                            a cap is a fuse: raise it to 28_541 or lower the effort""");
        }

        @Test
        void timeoutsThatRetriesCarryBeyondTheDeadlineAreReported() {
            assertThat(found(new PolicyDraft()
                            .rule(
                                    "hurried",
                                    tolerance(Comparison.AT_MOST, 60_000),
                                    Ask.of(BARE, NONE).timeout(30_000).plan())
                            .otherwise(Ask.of(BARE, NONE).plan())))
                    .containsExactly("""
                            warning M0421 [bare, effort none]
                            with the two retries that SDKs make, these timeouts add up to 90s, and the caller waits for at most 60s
                            lower the timeouts, or turn the retries off in the client""".replace("60s", "1m"));
        }

        @Test
        void aBatchForACallerWhoWaitsIsReported() {
            Model batch = Known.of(Models.plain("acme/batch")).tier("batch").model();
            var day = tolerance(Comparison.AT_LEAST, 24 * 60 * 60 * 1_000);
            assertThat(found(new PolicyDraft()
                            .rule("patient", day, Ask.of(batch, NONE).plan())
                            .otherwise(Ask.of(BARE, NONE).plan())))
                    .isEmpty();
            assertThat(found(new PolicyDraft().otherwise(Ask.of(batch, NONE).plan())))
                    .singleElement()
                    .asString()
                    .startsWith("warning M0419");
        }

        @Test
        void aMedianThatStandsForAPercentileIsReported() {
            assertThat(found(new PolicyDraft()
                            .otherwise(Goal.FASTEST, Ask.of(slow, HIGH).plan())))
                    .singleElement()
                    .asString()
                    .startsWith("warning M0415");
        }

        @Test
        void aBoundThatAMedianStandsInForIsReportedOnceForAChoice() {
            assertThat(found(new PolicyDraft()
                            .otherwise(
                                    Goal.CHEAPEST,
                                    (_, worth) -> new Condition.Compare(
                                            Comparison.AT_MOST,
                                            Objects.requireNonNull(worth.slowLatency()),
                                            new Amount.Fixed(60_000_000),
                                            1,
                                            Words.span("latency <= 1m")),
                                    Ask.of(slow, HIGH).plan(),
                                    Ask.of(slow, HIGH).plan())))
                    .filteredOn(text -> text.contains("M0415"))
                    .singleElement()
                    .asString()
                    .contains("the first token of `slow` the catalog has only the median");
            assertThat(found(new PolicyDraft()
                            .otherwise(Goal.CHEAPEST, Ask.of(slow, HIGH).plan())))
                    .noneMatch(text -> text.contains("M0415"));
        }

        private Condition tolerance(Comparison comparison, long millis) {
            return new Condition.Compare(
                    comparison,
                    new Amount.Slot(PolicyDraft.slot("latency_tolerance")),
                    new Amount.Fixed(millis),
                    1,
                    Words.span("latency_tolerance"));
        }
    }

    private static PlanIr cheap() {
        return Ask.of(CHEAP, NONE).plan();
    }

    private static List<String> found(PolicyDraft draft) {
        return CheckPolicy.check(draft.ir()).stream()
                .map(CheckFiguresTest::shown)
                .toList();
    }

    private static String shown(Diagnostic diagnostic) {
        return "%s %s [%s]%n%s%n%s"
                .formatted(
                        diagnostic.severity().word(),
                        diagnostic.code(),
                        diagnostic.span().text(),
                        diagnostic.message(),
                        diagnostic.help());
    }
}
