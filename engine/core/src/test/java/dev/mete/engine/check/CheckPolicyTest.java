package dev.mete.engine.check;

import static dev.mete.engine.catalog.Effort.HIGH;
import static dev.mete.engine.catalog.Effort.LOW;
import static dev.mete.engine.catalog.Effort.MAX;
import static dev.mete.engine.catalog.Effort.MEDIUM;
import static dev.mete.engine.catalog.Effort.NONE;
import static dev.mete.engine.ir.Comparison.AT_MOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.sample.Ask;
import dev.mete.engine.sample.Models;
import dev.mete.engine.sample.PolicyDraft;
import dev.mete.engine.sample.Words;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.Unit;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A finding is asserted whole: code and severity, the underlined words, the message, the help. */
class CheckPolicyTest {
    private static final Model PLAIN = Models.plain("acme/plain");
    private static final Model LEVELS = Models.levels("acme/levels");
    private static final Model ALWAYS = Models.alwaysThinking("acme/always");
    private static final Model BUDGET = Models.budget("acme/budget", 1_024, 32_000);

    @Nested
    class Plans {
        @Test
        void aSoundPlanIsFine() {
            assertThat(found(Ask.of(LEVELS, HIGH).thinking(10_000).cap(12_000).timeout(60_000)))
                    .isEmpty();
            assertThat(found(Ask.of(PLAIN, NONE).cap(64_000))).isEmpty();
            assertThat(found(Ask.of(BUDGET, MAX).thinking(1_024).cap(1_524))).isEmpty();
        }

        @Test
        void anEffortThatTheModelHasNotIsAnError() {
            assertThat(found(Ask.of(LEVELS, MAX))).containsExactly("""
                            error M0403 [levels, effort max]
                            `levels` (acme/levels) cannot take `effort max`
                            it takes none, low, medium, high; the nearest is `effort high`""");
            assertThat(found(Ask.of(ALWAYS, NONE))).containsExactly("""
                            error M0403 [always, effort none]
                            `always` (acme/always) cannot take `effort none`
                            it takes low, medium, high; the nearest is `effort low`""");
        }

        @Test
        void aBudgetForAPlanThatDoesNotThinkIsAnError() {
            assertThat(found(Ask.of(LEVELS, NONE).thinking(1_000))).containsExactly("""
                            error M0404 [thinking 1000]
                            a plan that does not think has no use for a thinking budget
                            drop it, or ask for an effort above none""");
        }

        @Test
        void aBudgetThatTheModelCannotTakeIsAnError() {
            assertThat(found(Ask.of(BUDGET, HIGH).thinking(1_023))).containsExactly("""
                            error M0404 [thinking 1023]
                            `budget` (acme/budget) cannot take a thinking budget of 1_023
                            it takes from 1_024 to 32_000 tokens""");
            assertThat(found(Ask.of(LEVELS, HIGH).thinking(64_001))).containsExactly("""
                            error M0404 [thinking 64001]
                            `levels` (acme/levels) cannot take a thinking budget of 64_001
                            it takes from 1 to 64_000 tokens""");
        }

        @Test
        void aBudgetThatIsWorkedOutIsAnErrorWhereItNeverFits() {
            assertThat(found(Ask.of(BUDGET, HIGH).thinking(atMost(1_000)))).containsExactly("""
                            error M0404 [min(1 + output_tokens, 1000)]
                            `budget` (acme/budget) cannot take a thinking budget of 1 to 1_000
                            it takes from 1_024 to 32_000 tokens""");
            assertThat(found(Ask.of(BUDGET, HIGH).thinking(atMost(1_024)))).isEmpty();
        }

        @Test
        void nothingIsNoCapNoBudgetAndNoTimeout() {
            assertThat(found(Ask.of(LEVELS, HIGH).thinking(0).cap(0).timeout(0)))
                    .containsExactly("""
                            error M0405 [thinking 0]
                            a thinking budget of 0 is no thinking budget
                            write at least 1""", """
                            error M0405 [cap 0]
                            a cap of 0 is no cap
                            write at least 1""", """
                            error M0405 [timeout 0ms]
                            a timeout of 0ms is no timeout
                            write at least 1ms""");
        }

        @Test
        void aCapThatCanComeToNothingIsAnError() {
            var half = new Quantity(
                    new Amount.Sum(List.of(output(), new Amount.Fixed(-200))),
                    2,
                    Words.span("(output_tokens - 200) / 2"));
            assertThat(found(Ask.of(LEVELS, NONE).cap(half))).containsExactly("""
                            error M0405 [(output_tokens - 200) / 2]
                            a cap that can come to -100 is no cap
                            take at least 1, with `max`""");
        }

        @Test
        void aCapAboveTheOutputLimitIsAnError() {
            assertThat(found(Ask.of(LEVELS, NONE).cap(64_001))).containsExactly("""
                            error M0406 [cap 64001]
                            a cap of 64_001 tokens is above the output limit of `levels` (acme/levels)
                            it gives at most 64_000 tokens""");
        }

        @Test
        void aCapThatIsAboveTheOutputLimitForSomeTasksOnlyIsFine() {
            assertThat(found(Ask.of(LEVELS, NONE)
                            .cap(new Quantity(
                                    new Amount.Sum(List.of(output(), new Amount.Fixed(1))), 1, Words.span("x")))))
                    .isEmpty();
        }

        @Test
        void aCapBelowThinkingAndAnswerIsAnError() {
            assertThat(found(Ask.of(LEVELS, HIGH).thinking(10_000).cap(10_499))).containsExactly("""
                            error M0407 [cap 10499]
                            a cap of 10_499 tokens leaves no room for thinking and an answer
                            with `effort high` and an answer of 500 tokens it takes at least 10_500; raise the cap or lower the effort""");
            assertThat(found(Ask.of(LEVELS, LOW).cap(1_523))).containsExactly("""
                            error M0407 [cap 1523]
                            a cap of 1_523 tokens leaves no room for thinking and an answer
                            with `effort low` and an answer of 500 tokens it takes at least 1_524; raise the cap or lower the effort""");
            assertThat(found(Ask.of(LEVELS, LOW).cap(1_524))).isEmpty();
        }

        @Test
        void whereARuleAsksHowLongTheAnswerIsTheCapMayHoldTheShortest() {
            var isShort = new Condition.Compare(AT_MOST, output(), new Amount.Fixed(50), 1, Words.span("short"));
            var named = new Condition.Named("short", isShort, Words.span("short"));
            var draft = new PolicyDraft()
                    .rule("short", named, Ask.of(LEVELS, LOW).cap(1_100).plan())
                    .otherwise(Ask.of(LEVELS, LOW).plan());
            assertThat(codes(draft)).isEmpty();
            draft.rule("too short", named, Ask.of(LEVELS, LOW).cap(1_024).plan());
            assertThat(codes(draft)).containsExactly("M0407");
        }

        @Test
        void whereAnswersHaveALeastLengthTheCapHasToHoldThat() {
            var draft = new PolicyDraft()
                    .feature(new Feature("output_tokens", new FeatureType.Quantity(Unit.TOKENS, 100, 200), null, ""))
                    .otherwise(Ask.of(LEVELS, LOW).cap(1_123).plan());
            assertThat(codes(draft)).containsExactly("M0407");
        }

        @Test
        void whereEveryTaskSaysHowLongItsAnswerIsTheCapMayHoldTheShortest() {
            var draft = new PolicyDraft()
                    .feature(new Feature("output_tokens", FeatureType.Quantity.of(Unit.TOKENS), null, ""))
                    .otherwise(Ask.of(LEVELS, LOW).cap(1_025).plan());
            assertThat(found(draft)).isEmpty();
        }

        @Test
        void everyMistakeOfAPlanIsFoundAtOnceAndNoneTwice() {
            assertThat(codes(new PolicyDraft()
                            .otherwise(Ask.of(PLAIN, MAX)
                                    .thinking(70_000)
                                    .cap(70_000)
                                    .timeout(0)
                                    .plan())))
                    .containsExactlyInAnyOrder("M0403", "M0404", "M0405", "M0406");
        }

        @Test
        void theLargestNumbersAreSaidAndNotOverflowed() {
            assertThat(codes(new PolicyDraft()
                            .otherwise(Ask.of(LEVELS, HIGH)
                                    .thinking(Long.MAX_VALUE)
                                    .cap(10)
                                    .plan())))
                    .containsExactly("M0404");
            assertThat(codes(new PolicyDraft()
                            .otherwise(Ask.of(LEVELS, HIGH).cap(Long.MAX_VALUE).plan())))
                    .containsExactly("M0406");
            assertThat(codes(new PolicyDraft()
                            .otherwise(Ask.of(LEVELS, HIGH).cap(Long.MIN_VALUE).plan())))
                    .containsExactly("M0405");
        }

        @Test
        void rulesFallbacksAndOtherwiseAreAllChecked() {
            PlanIr wrong = Ask.of(LEVELS, MAX).plan();
            assertThat(codes(new PolicyDraft()
                            .rule("one", PolicyDraft.always(), wrong, wrong)
                            .otherwise(wrong, wrong)))
                    .containsExactly("M0403", "M0403", "M0403", "M0403");
        }
    }

    @Nested
    class ModelsOfThePolicy {
        @Test
        void aModelThatNothingAsksForIsAWarning() {
            assertThat(found(new PolicyDraft()
                            .otherwise(Ask.of(PLAIN, NONE).plan())
                            .model(LEVELS)))
                    .containsExactly("""
                            warning M0401 [levels]
                            no rule and no fallback asks for the model `levels`
                            it only answers what fits no other model; remove it if that is not meant""");
        }

        @Test
        void aModelThatOnlyAFallbackAsksForIsUsed() {
            assertThat(found(new PolicyDraft()
                            .otherwise(
                                    Ask.of(PLAIN, NONE).plan(),
                                    Ask.of(LEVELS, NONE).plan())))
                    .isEmpty();
        }

        @Test
        void aDeprecatedModelIsAWarning() {
            assertThat(found(Ask.of(Models.deprecated(PLAIN), NONE))).containsExactly("""
                            warning M0402 [plain]
                            `acme/plain` is deprecated by its provider
                            choose its successor""");
        }
    }

    @Nested
    class Limits {
        @Test
        void anEffortThatNoModelCanObeyIsAnError() {
            var draft = new PolicyDraft()
                    .otherwise(Ask.of(ALWAYS, HIGH).plan())
                    .limit("no thinking", new Bound.EffortAtMost(NONE))
                    .limit("little thinking", new Bound.EffortAtMost(LOW));
            assertThat(found(draft)).containsExactly("""
                            error M0501 [limit no thinking]
                            no model of this policy can obey `effort <= none`
                            they think `always` at least low; raise the limit, or add a model that can think less""");
            assertThat(found(draft.model(PLAIN))).noneMatch(text -> text.contains("M0501"));
        }

        @Test
        void aLimitThatLeavesNothingIsAnError() {
            assertThat(found(new PolicyDraft()
                            .otherwise(Ask.of(LEVELS, NONE).plan())
                            .limit("cap", new Bound.CapAtMost(fixed(0)))
                            .limit("thinking", new Bound.ThinkingAtMost(fixed(-1)))
                            .limit("no thinking", new Bound.ThinkingAtMost(fixed(0)))
                            .limit("timeout", new Bound.TimeoutAtMost(fixed(0)))))
                    .containsExactly("""
                            error M0502 [0]
                            a limit on the cap of 0 leaves nothing
                            write at least 1""", """
                            error M0502 [-1]
                            a limit on thinking of -1 leaves nothing
                            write at least 0""", """
                            error M0502 [0]
                            a limit on the timeout of 0ms leaves nothing
                            write at least 1ms""");
        }

        @Test
        void aLimitThatIsWorkedOutMayComeToNothingButNotToLess() {
            var lessTen = new Amount.Sum(List.of(output(), new Amount.Fixed(-10)));
            assertThat(found(new PolicyDraft()
                            .otherwise(Ask.of(LEVELS, NONE).plan())
                            .limit("cap", new Bound.CapAtMost(new Quantity(output(), 1, Words.span("output_tokens"))))
                            .limit("less", new Bound.CapAtMost(new Quantity(lessTen, 1, Words.span("less"))))))
                    .containsExactly("""
                            error M0502 [less]
                            a limit on the cap that can come to -10 leaves nothing
                            take at least 1, with `max`""");
        }

        @Test
        void aLimitOnCapOrThinkingIsAWarningWhereEveryModelThinks() {
            var draft = new PolicyDraft()
                    .otherwise(Ask.of(ALWAYS, HIGH).plan())
                    .limit("cap", new Bound.CapAtMost(fixed(1_000)))
                    .limit("thinking", new Bound.ThinkingAtMost(fixed(1_000)))
                    .limit("effort", new Bound.EffortAtMost(MEDIUM))
                    .limit("timeout", new Bound.TimeoutAtMost(fixed(1_000)));
            assertThat(found(draft)).containsExactly("""
                            warning M0503 [limit cap]
                            every model of this policy thinks, so this limit can leave no room for the answer, and such a task is refused
                            add a model that can answer without thinking""", """
                            warning M0503 [limit thinking]
                            every model of this policy thinks, so this limit can leave no room for the answer, and such a task is refused
                            add a model that can answer without thinking""");
            assertThat(codes(draft.model(PLAIN))).containsExactly("M0401");
        }
    }

    private static Amount output() {
        return new Amount.Slot(PolicyDraft.slot("output_tokens"));
    }

    /** An amount from 1 to the given one. */
    private static Quantity atMost(long most) {
        var above = new Amount.Sum(List.of(new Amount.Fixed(1), output()));
        return new Quantity(
                new Amount.Least(List.of(above, new Amount.Fixed(most))),
                1,
                Words.span("min(1 + output_tokens, " + most + ")"));
    }

    private static Quantity fixed(long number) {
        return Quantity.fixed(number, Words.span(Long.toString(number)));
    }

    private static List<String> found(Ask ask) {
        return found(new PolicyDraft().otherwise(ask.plan()));
    }

    private static List<String> found(PolicyDraft draft) {
        return CheckPolicy.check(draft.ir()).stream().map(CheckPolicyTest::text).toList();
    }

    private static List<String> codes(PolicyDraft draft) {
        return CheckPolicy.check(draft.ir()).stream().map(Diagnostic::code).toList();
    }

    private static String text(Diagnostic diagnostic) {
        return diagnostic.severity().word() + " " + diagnostic.code() + " ["
                + diagnostic.span().text() + "]\n" + diagnostic.message() + "\n" + diagnostic.help();
    }
}
