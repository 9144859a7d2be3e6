package dev.mete.engine.eval;

import static dev.mete.engine.catalog.Effort.HIGH;
import static dev.mete.engine.catalog.Effort.LOW;
import static dev.mete.engine.catalog.Effort.MAX;
import static dev.mete.engine.catalog.Effort.MEDIUM;
import static dev.mete.engine.catalog.Effort.NONE;
import static dev.mete.engine.catalog.Effort.XHIGH;
import static dev.mete.engine.eval.Sample.ALWAYS;
import static dev.mete.engine.eval.Sample.BOTH;
import static dev.mete.engine.eval.Sample.BUDGET;
import static dev.mete.engine.eval.Sample.LEVELS;
import static dev.mete.engine.eval.Sample.PLAIN;
import static dev.mete.engine.eval.Sample.cap;
import static dev.mete.engine.eval.Sample.decision;
import static dev.mete.engine.eval.Sample.effort;
import static dev.mete.engine.eval.Sample.outcome;
import static dev.mete.engine.eval.Sample.plan;
import static dev.mete.engine.eval.Sample.thinking;
import static dev.mete.engine.eval.Sample.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Thinking;
import dev.mete.engine.decision.Asked;
import dev.mete.engine.decision.PassedOver;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.decision.Refusal;
import dev.mete.engine.sample.Ask;
import dev.mete.engine.sample.Models;
import dev.mete.engine.sample.PolicyDraft;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Steps 4 and 5 as a whole, as worked examples: limits, models passed over, what is reported. */
class DecideTest {
    @Nested
    class Limits {
        @Test
        void theLowestOfADimensionCounts() {
            assertThat(plan(Ask.of(LEVELS, HIGH), effort(MEDIUM), effort(LOW), effort(HIGH))
                            .effort())
                    .isEqualTo(LOW);
            assertThat(plan(Ask.of(LEVELS, NONE), cap(700), cap(300), cap(500)).tokenCap())
                    .isEqualTo(300);
        }

        @Test
        void theyOnlyEverLower() {
            assertThat(plan(Ask.of(LEVELS, LOW).cap(2_000).timeout(1_000), effort(MAX), cap(9_000), timeout(5_000)))
                    .isEqualTo(new Plan(LEVELS, LOW, 2_000, 1_500, 1_000));
        }

        @Test
        void aLevelThatTheModelHasNotIsReachedFromBelow() {
            assertThat(plan(Ask.of(BOTH, MAX), effort(MEDIUM)).effort()).isEqualTo(LOW);
        }

        @Test
        void aTimeoutIsLoweredOrSet() {
            assertThat(plan(Ask.of(LEVELS, NONE).timeout(9_000), timeout(5_000)).timeoutMillis())
                    .isEqualTo(5_000);
            assertThat(plan(Ask.of(LEVELS, NONE), timeout(5_000)).timeoutMillis())
                    .isEqualTo(5_000);
            assertThat(plan(Ask.of(LEVELS, NONE)).hasTimeout()).isFalse();
        }

        @Test
        void aModelThatCannotThinkAsLittleIsPassedOver() {
            var decision = decision(new PolicyDraft()
                    .otherwise(Ask.of(ALWAYS, HIGH).plan())
                    .model(PLAIN)
                    .limit("no thinking", effort(NONE)));
            assertThat(decision.plan()).isEqualTo(new Plan(PLAIN, NONE, 2_000, 0, 0));
            assertThat(decision.passedOver())
                    .containsExactly(new PassedOver("acme/always", "cannot think as little as `effort none`"));
            assertThat(decision.limitedBy()).containsExactly("no thinking");
        }

        @Test
        void aModelThatCannotStopThinkingIsPassedOverWhereTheCapIsTooLow() {
            var decision = decision(new PolicyDraft()
                    .otherwise(Ask.of(ALWAYS, HIGH).plan())
                    .model(PLAIN)
                    .limit("small", cap(1_000)));
            assertThat(decision.plan()).isEqualTo(new Plan(PLAIN, NONE, 1_000, 0, 0));
            assertThat(decision.passedOver())
                    .containsExactly(
                            new PassedOver(
                                    "acme/always",
                                    "cannot stop thinking, and a cap of 1000 tokens leaves no room for that and 500 tokens of answer"));
        }

        @Test
        void aModelThatCannotStopThinkingIsPassedOverWhereThinkingIsLimitedTooLow() {
            var decision = decision(new PolicyDraft()
                    .otherwise(Ask.of(ALWAYS, HIGH).plan())
                    .model(PLAIN)
                    .limit("little", thinking(1_000)));
            assertThat(decision.passedOver())
                    .containsExactly(new PassedOver("acme/always", "cannot think as little as 1000 tokens"));
        }
    }

    @Nested
    class PassedOverModels {
        private static final Model SHORT = Models.sized(Models.levels("acme/short"), 8_000, 4_000);
        private static final Model SHORTER = Models.sized(Models.levels("acme/shorter"), 4_000, 4_000);

        @Test
        void aWindowThatTakesInputAndAnswerExactlyIsWideEnough() {
            assertThat(plan(7_500, 500, Ask.of(SHORT, NONE))).isEqualTo(new Plan(SHORT, NONE, 500, 0, 0));
        }

        @Test
        void theFallbacksAreTriedInOrder() {
            var decision = decision(
                    9_000,
                    500,
                    new PolicyDraft()
                            .otherwise(
                                    Ask.of(SHORT, LOW).cap(2_000).plan(),
                                    Ask.of(SHORTER, LOW).plan(),
                                    Ask.of(BUDGET, MEDIUM).cap(3_000).plan(),
                                    Ask.of(PLAIN, NONE).plan()));
            assertThat(decision.plan()).isEqualTo(new Plan(BUDGET, MEDIUM, 3_000, 2_500, 0));
            assertThat(decision.asked()).isEqualTo(new Asked("acme/short", LOW, 2_000L, null, null));
            assertThat(decision.passedOver())
                    .containsExactly(
                            new PassedOver(
                                    "acme/short",
                                    "has a context window of 8000 tokens, too small for 9000 of input and 500 of answer"),
                            new PassedOver(
                                    "acme/shorter",
                                    "has a context window of 4000 tokens, too small for 9000 of input and 500 of answer"));
            assertThat(decision.fallbacks()).containsExactly(new Plan(PLAIN, NONE, 2_000, 0, 0));
        }

        @Test
        void thenThePolicysModelsAsWrittenUnderTheRulesPlan() {
            var decision = decision(
                    9_000,
                    500,
                    new PolicyDraft()
                            .otherwise(
                                    Ask.of(SHORT, HIGH)
                                            .thinking(3_000)
                                            .cap(3_500)
                                            .plan(),
                                    Ask.of(SHORTER, LOW).plan())
                            .model(BOTH)
                            .model(PLAIN));
            assertThat(decision.plan()).isEqualTo(new Plan(BOTH, HIGH, 3_500, 3_000, 0));
            assertThat(decision.asked()).isEqualTo(new Asked("acme/short", null, null, null, null));
            assertThat(decision.fallbacks()).isEmpty();
        }

        @Test
        void aTaskThatIsTooLongForAllOfThemIsRefused() {
            var outcome = outcome(
                    9_000,
                    500,
                    new PolicyDraft().otherwise(Ask.of(SHORT, LOW).plan()).model(SHORTER));
            assertThat(outcome).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.rule()).isEqualTo("otherwise");
                assertThat(refusal.message())
                        .isEqualTo(
                                "no model of the policy can take this task: `acme/short` has a context window of 8000 tokens, "
                                        + "too small for 9000 of input and 500 of answer; `acme/shorter` has a context window of 4000 "
                                        + "tokens, too small for 9000 of input and 500 of answer");
            });
        }

        @Test
        void aModelThatTheRuleNamesTwiceIsPassedOverOnce() {
            var decision = decision(
                    9_000,
                    500,
                    new PolicyDraft()
                            .otherwise(
                                    Ask.of(SHORT, HIGH).plan(),
                                    Ask.of(SHORT, LOW).plan())
                            .model(PLAIN));
            assertThat(decision.passedOver()).hasSize(1);
        }

        @Test
        void aFallbackThatCannotTakeTheTaskIsLeftOutAndNoted() {
            var decision = decision(
                    9_000,
                    500,
                    new PolicyDraft()
                            .otherwise(
                                    Ask.of(PLAIN, NONE).plan(),
                                    Ask.of(SHORT, LOW).plan(),
                                    Ask.of(LEVELS, LOW).cap(2_000).plan()));
            assertThat(decision.plan().model()).isEqualTo(PLAIN);
            assertThat(decision.fallbacks()).containsExactly(new Plan(LEVELS, LOW, 2_000, 1_500, 0));
            assertThat(decision.passedOver()).extracting(PassedOver::model).containsExactly("acme/short");
        }

        @Test
        void fallbacksPassThroughLimitsAndFitToo() {
            var decision = decision(new PolicyDraft()
                    .otherwise(
                            Ask.of(PLAIN, NONE).cap(500).plan(),
                            Ask.of(LEVELS, MAX).plan())
                    .limit("calm", effort(LOW))
                    .limit("brief", cap(1_800)));
            assertThat(decision.fallbacks()).containsExactly(new Plan(LEVELS, LOW, 1_800, 1_300, 0));
            assertThat(decision.limitedBy())
                    .as("nothing of the plan itself was lowered")
                    .isEmpty();
        }
    }

    @Nested
    class AskedAndEffective {
        @Test
        void nothingElseIsReportedWhereThePlanIsAsAsked() {
            var ask = Ask.of(LEVELS, HIGH).thinking(5_000).cap(6_000).timeout(10_000);
            var decision = decision(new PolicyDraft().otherwise(ask.plan()).limit("high enough", cap(6_000)));
            assertThat(decision.asked().isEmpty()).isTrue();
            assertThat(decision.limitedBy()).isEmpty();
        }

        @Test
        void whatWasLeftOutIsNotReportedAsAsked() {
            var decision = decision(new PolicyDraft()
                    .otherwise(Ask.of(LEVELS, NONE).plan())
                    .limit("brief", cap(100))
                    .limit("quick", timeout(1_000)));
            assertThat(decision.asked().isEmpty()).isTrue();
            assertThat(decision.limitedBy()).containsExactly("brief", "quick");
        }

        @Test
        void everyPartThatChangedIsReported() {
            var ask = Ask.of(LEVELS, XHIGH).thinking(9_000).cap(12_000).timeout(60_000);
            var decision = decision(new PolicyDraft()
                    .otherwise(ask.plan())
                    .limit("calm", effort(MEDIUM))
                    .limit("brief", cap(4_000))
                    .limit("quick", timeout(1_000)));
            assertThat(decision.plan()).isEqualTo(new Plan(LEVELS, MEDIUM, 4_000, 3_500, 1_000));
            assertThat(decision.asked()).isEqualTo(new Asked(null, XHIGH, 12_000L, 9_000L, 60_000L));
            assertThat(decision.limitedBy()).containsExactly("calm", "brief", "quick");
        }

        @Test
        void whatTheModelChangedIsAskedButNoLimitIsNamed() {
            var decision = decision(new PolicyDraft()
                    .otherwise(Ask.of(LEVELS, MAX).cap(100_000).plan())
                    .limit("far away", cap(90_000))
                    .limit("very high", effort(XHIGH)));
            assertThat(decision.asked()).isEqualTo(new Asked(null, MAX, 100_000L, null, null));
            assertThat(decision.limitedBy()).isEmpty();
        }
    }

    @Nested
    class LimitedBy {
        @Test
        void onlyTheLowestOfADimensionIsNamed() {
            var decision = decision(new PolicyDraft()
                    .otherwise(Ask.of(LEVELS, NONE).cap(900).plan())
                    .limit("eight", cap(800))
                    .limit("six", cap(600))
                    .limit("also six", cap(600)));
            assertThat(decision.limitedBy()).containsExactly("six", "also six");
        }

        @Test
        void aReasonThatTwoLimitsShareIsNamedOnce() {
            var decision = decision(new PolicyDraft()
                    .otherwise(Ask.of(LEVELS, HIGH).plan())
                    .limit("free tier", cap(600))
                    .limit("free tier", timeout(600)));
            assertThat(decision.limitedBy()).containsExactly("free tier");
        }

        @Test
        void twoLimitsThatEachWouldHaveDoneItAreBothNamed() {
            var decision = decision(new PolicyDraft()
                    .otherwise(Ask.of(LEVELS, HIGH).plan())
                    .limit("no effort", effort(NONE))
                    .limit("no thinking", thinking(0)));
            assertThat(decision.limitedBy()).containsExactly("no effort", "no thinking");
        }

        @Test
        void aLimitThatTheModelWasBelowAnywayIsNotNamed() {
            var decision = decision(
                    new PolicyDraft().otherwise(Ask.of(LEVELS, MAX).plan()).limit("at most high", effort(HIGH)));
            assertThat(decision.plan().effort()).isEqualTo(HIGH);
            assertThat(decision.limitedBy()).isEmpty();
        }

        @Test
        void aLimitThatOnlyBitOnALevelThatWasOutOfReachAnywayIsNotNamed() {
            Model model = Models.of("acme/either", new Thinking(Set.of(HIGH), null, true));
            var decision = decision(
                    197_000,
                    500,
                    new PolicyDraft().otherwise(Ask.of(model, HIGH).plan()).limit("below the window", cap(2_900)));
            assertThat(decision.plan()).isEqualTo(new Plan(model, NONE, 2_000, 0, 0));
            assertThat(decision.limitedBy()).isEmpty();
        }

        @Test
        void aLimitOnTheCapThatTookTheEffortDownIsNamedEvenWhereTheCapIsBelowItNow() {
            var decision = decision(
                    1_000,
                    100,
                    new PolicyDraft().otherwise(Ask.of(LEVELS, HIGH).plan()).limit("brief", cap(1_000)));
            assertThat(decision.plan()).isEqualTo(new Plan(LEVELS, NONE, 400, 0, 0));
            assertThat(decision.limitedBy()).containsExactly("brief");
        }
    }
}
