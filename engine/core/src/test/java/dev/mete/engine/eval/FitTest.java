package dev.mete.engine.eval;

import static dev.mete.engine.catalog.Effort.HIGH;
import static dev.mete.engine.catalog.Effort.LOW;
import static dev.mete.engine.catalog.Effort.MAX;
import static dev.mete.engine.catalog.Effort.MEDIUM;
import static dev.mete.engine.catalog.Effort.MINIMAL;
import static dev.mete.engine.catalog.Effort.NONE;
import static dev.mete.engine.catalog.Effort.XHIGH;
import static dev.mete.engine.eval.Sample.ALWAYS;
import static dev.mete.engine.eval.Sample.BOTH;
import static dev.mete.engine.eval.Sample.BUDGET;
import static dev.mete.engine.eval.Sample.LEVELS;
import static dev.mete.engine.eval.Sample.PLAIN;
import static dev.mete.engine.eval.Sample.cap;
import static dev.mete.engine.eval.Sample.effort;
import static dev.mete.engine.eval.Sample.plan;
import static dev.mete.engine.eval.Sample.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.decision.Plan;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.sample.Ask;
import dev.mete.engine.sample.Models;
import dev.mete.engine.sample.PolicyDraft;
import dev.mete.engine.sample.Words;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Step 5, and how limits meet it, as worked examples. Tasks have 1,000 tokens of input and expect an answer of 500 where nothing else is said. */
class FitTest {
    @Nested
    class EffortMoves {
        @Test
        void aLevelThatTheModelHasStays() {
            assertThat(plan(Ask.of(LEVELS, MEDIUM)).effort()).isEqualTo(MEDIUM);
        }

        @Test
        void aLevelThatItHasNotMovesToTheNearestLower() {
            assertThat(plan(Ask.of(LEVELS, MAX)).effort()).isEqualTo(HIGH);
            assertThat(plan(Ask.of(LEVELS, MINIMAL)).effort()).isEqualTo(NONE);
            assertThat(plan(Ask.of(BOTH, MEDIUM)).effort()).isEqualTo(LOW);
            assertThat(plan(Ask.of(PLAIN, HIGH)).effort()).isEqualTo(NONE);
        }

        @Test
        void whereNoneIsLowerItMovesToTheNearestHigher() {
            assertThat(plan(Ask.of(ALWAYS, NONE)).effort()).isEqualTo(LOW);
            assertThat(plan(Ask.of(ALWAYS, MINIMAL)).effort()).isEqualTo(LOW);
        }

        @Test
        void aModelThatTakesABudgetHasEveryLevel() {
            assertThat(plan(Ask.of(BUDGET, XHIGH)).effort()).isEqualTo(XHIGH);
            assertThat(plan(Ask.of(BUDGET, MINIMAL)).effort()).isEqualTo(MINIMAL);
        }
    }

    @Nested
    class TheCap {
        @Test
        void anAskedCapStays() {
            assertThat(plan(Ask.of(LEVELS, NONE).cap(600))).isEqualTo(new Plan(LEVELS, NONE, 600, 0, 0));
        }

        @Test
        void aCapLeftOutHoldsTheThinkingAndFourTimesTheAnswer() {
            assertThat(plan(Ask.of(LEVELS, MEDIUM))).isEqualTo(new Plan(LEVELS, MEDIUM, 8_192 + 2_000, 8_192, 0));
            assertThat(plan(Ask.of(LEVELS, NONE))).isEqualTo(new Plan(LEVELS, NONE, 2_000, 0, 0));
        }

        @Test
        void aCapLeftOutHoldsAtLeast256TokensOfAnswer() {
            assertThat(plan(1_000, 10, Ask.of(LEVELS, NONE)).tokenCap()).isEqualTo(256);
            assertThat(plan(1_000, 0, Ask.of(LEVELS, NONE)).tokenCap()).isEqualTo(256);
        }

        @Test
        void itObeysTheOutputLimit() {
            var small = Models.sized(LEVELS, 200_000, 4_000);
            assertThat(plan(Ask.of(small, LOW).cap(9_000))).isEqualTo(new Plan(small, LOW, 4_000, 3_500, 0));
            assertThat(plan(Ask.of(small, LOW))).isEqualTo(new Plan(small, LOW, 4_000, 3_500, 0));
        }

        @Test
        void itObeysTheContextWindow() {
            assertThat(plan(195_000, 500, Ask.of(LEVELS, LOW).cap(9_000)))
                    .isEqualTo(new Plan(LEVELS, LOW, 5_000, 4_096, 0));
        }

        @Test
        void aCapBelowTheAnswerIsAFuseThatAnAnswerWithoutThinkingMayMeet() {
            assertThat(plan(1_000, 5_000, Ask.of(LEVELS, NONE).cap(600)).tokenCap())
                    .isEqualTo(600);
        }

        @Test
        void itCanBeWorkedOutFromTheTask() {
            var twice = new Quantity(
                    new Amount.Times(2, new Amount.Slot(PolicyDraft.slot("output_tokens"))),
                    1,
                    Words.span("2 * output_tokens"));
            assertThat(plan(1_000, 700, Ask.of(LEVELS, NONE).cap(twice)).tokenCap())
                    .isEqualTo(1_400);
        }
    }

    @Nested
    class TheThinking {
        @Test
        void anAskedBudgetStays() {
            assertThat(plan(Ask.of(LEVELS, HIGH).thinking(10_000).cap(12_000)))
                    .isEqualTo(new Plan(LEVELS, HIGH, 12_000, 10_000, 0));
        }

        @Test
        void anAskedBudgetWithoutACapIsAddedToTheRoomForTheAnswer() {
            assertThat(plan(Ask.of(LEVELS, HIGH).thinking(10_000)))
                    .isEqualTo(new Plan(LEVELS, HIGH, 12_000, 10_000, 0));
        }

        @Test
        void aBudgetLeftOutIsTheLevelsAllowance() {
            assertThat(plan(Ask.of(LEVELS, HIGH)).thinkingTokens()).isEqualTo(16_384);
            assertThat(plan(Ask.of(LEVELS, LOW)).thinkingTokens()).isEqualTo(4_096);
            assertThat(plan(Ask.of(BUDGET, MINIMAL)).thinkingTokens()).isEqualTo(1_024);
        }

        @Test
        void itObeysTheModelsOwnBudget() {
            assertThat(plan(Ask.of(BOTH, MAX))).isEqualTo(new Plan(BOTH, MAX, 10_000, 8_000, 0));
            assertThat(plan(Ask.of(BUDGET, MAX).thinking(60_000))).isEqualTo(new Plan(BUDGET, MAX, 34_000, 32_000, 0));
        }

        @Test
        void itLeavesRoomForTheAnswer() {
            assertThat(plan(1_000, 3_000, Ask.of(LEVELS, LOW).cap(5_000)))
                    .isEqualTo(new Plan(LEVELS, LOW, 5_000, 2_000, 0));
        }

        @Test
        void lessThanTheFloorIsGivenWhereTheAuthorAskedForLess() {
            assertThat(plan(Ask.of(LEVELS, HIGH).thinking(300).cap(1_000)))
                    .isEqualTo(new Plan(LEVELS, HIGH, 1_000, 300, 0));
        }

        @Test
        void aModelsOwnMinimumIsNotGoneBelow() {
            assertThat(plan(Ask.of(BUDGET, HIGH).thinking(300))).isEqualTo(new Plan(BUDGET, NONE, 2_000, 0, 0));
        }
    }

    @Nested
    class TheEffortStepsDown {
        @Test
        void whereTheCapLeavesLessThanTheSmallestUsefulBudget() {
            // 4,096 is useful at high, 2,048 at medium, 1,024 at low; the answer takes 500
            assertThat(plan(Ask.of(LEVELS, HIGH).cap(4_596)).effort()).isEqualTo(HIGH);
            assertThat(plan(Ask.of(LEVELS, HIGH).cap(4_595))).isEqualTo(new Plan(LEVELS, MEDIUM, 4_595, 4_095, 0));
            assertThat(plan(Ask.of(LEVELS, HIGH).cap(2_547))).isEqualTo(new Plan(LEVELS, LOW, 2_547, 2_047, 0));
            assertThat(plan(Ask.of(LEVELS, HIGH).cap(1_523))).isEqualTo(new Plan(LEVELS, NONE, 1_523, 0, 0));
        }

        @Test
        void whereALimitOnTheCapLeavesLess() {
            assertThat(plan(Ask.of(LEVELS, HIGH), cap(2_000))).isEqualTo(new Plan(LEVELS, LOW, 2_000, 1_500, 0));
        }

        @Test
        void whereALimitOnThinkingLeavesLess() {
            assertThat(plan(Ask.of(LEVELS, HIGH), thinking(3_000)))
                    .isEqualTo(new Plan(LEVELS, MEDIUM, 5_000, 3_000, 0));
            assertThat(plan(Ask.of(LEVELS, HIGH), thinking(0))).isEqualTo(new Plan(LEVELS, NONE, 2_000, 0, 0));
        }

        @Test
        void whereTheContextWindowLeavesLess() {
            assertThat(plan(197_000, 500, Ask.of(LEVELS, HIGH))).isEqualTo(new Plan(LEVELS, MEDIUM, 3_000, 2_500, 0));
        }

        @Test
        void andTheCapIsWorkedOutAgain() {
            assertThat(plan(1_000, 100, Ask.of(LEVELS, HIGH), cap(1_000))).isEqualTo(new Plan(LEVELS, NONE, 400, 0, 0));
        }

        @Test
        void andAnAskedBudgetIsAtMostWhatTheLowerLevelGets() {
            assertThat(plan(Ask.of(LEVELS, HIGH).thinking(10_000), effort(LOW)))
                    .isEqualTo(new Plan(LEVELS, LOW, 6_096, 4_096, 0));
            assertThat(plan(Ask.of(LEVELS, HIGH).thinking(3_000), effort(LOW)))
                    .isEqualTo(new Plan(LEVELS, LOW, 5_000, 3_000, 0));
        }
    }
}
