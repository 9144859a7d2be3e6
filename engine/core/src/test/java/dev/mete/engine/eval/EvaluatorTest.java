package dev.mete.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.Refusal;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.policy.Explanation;
import dev.mete.engine.policy.Explanation.Failed;
import dev.mete.engine.policy.Explanation.Line;
import dev.mete.engine.sample.Ask;
import dev.mete.engine.sample.Models;
import dev.mete.engine.sample.PolicyDraft;
import dev.mete.engine.sample.Tasks;
import dev.mete.engine.sample.Words;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final Model LEVELS = Models.levels("acme/levels");
    private static final Condition SQL = type(16, "type is sql");
    private static final Condition MATH = type(17, "type is math");
    private static final Condition DEAR = new Condition.Compare(
            Comparison.AT_LEAST,
            slot("error_cost"),
            new Amount.Fixed(50_000_000_000L),
            1,
            Words.span("error_cost >= $50"));
    private static final Condition USE = new Condition.InBucket(Set.of(Bucket.USE), Words.span("bucket is use"));

    @Nested
    class Deciding {
        @Test
        void theFirstBucketLineThatHoldsCounts() {
            var draft = draft().bucket(Bucket.AVOID, SQL).bucket(Bucket.USE, always());
            assertThat(decision(draft, "sql", 1).bucket()).isEqualTo(Bucket.AVOID);
            assertThat(decision(draft, "math", 1).bucket()).isEqualTo(Bucket.USE);
        }

        @Test
        void whereNoBucketLineHoldsReasoningMayPay() {
            assertThat(decision(draft().bucket(Bucket.AVOID, SQL), "math", 1).bucket())
                    .isEqualTo(Bucket.MAYBE);
            assertThat(decision(draft(), "math", 1).bucket()).isEqualTo(Bucket.MAYBE);
        }

        @Test
        void theFirstRuleThatHoldsDecides() {
            var draft = draft().rule("dear", DEAR, Ask.of(LEVELS, Effort.HIGH).plan())
                    .rule("sql", SQL, Ask.of(LEVELS, Effort.LOW).plan())
                    .rule("sql again", SQL, Ask.of(LEVELS, Effort.MEDIUM).plan());
            assertThat(decision(draft, "sql", 50).rule()).isEqualTo("dear");
            assertThat(decision(draft, "sql", 49).rule()).isEqualTo("sql");
            assertThat(decision(draft, "math", 49).rule()).isEqualTo("otherwise");
        }

        @Test
        void rulesAndLimitsKnowTheBucket() {
            var draft = draft().bucket(Bucket.USE, DEAR)
                    .rule("thinking pays", USE, Ask.of(LEVELS, Effort.HIGH).plan())
                    .limit("calm", new Bound.EffortAtMost(Effort.LOW), USE);
            assertThat(decision(draft, "sql", 50).plan().effort()).isEqualTo(Effort.LOW);
            assertThat(decision(draft, "sql", 50).limitedBy()).containsExactly("calm");
            assertThat(decision(draft, "sql", 49).rule()).isEqualTo("otherwise");
        }

        @Test
        void aLimitThatDoesNotHoldLimitsNothing() {
            var draft = new PolicyDraft()
                    .otherwise(Ask.of(LEVELS, Effort.HIGH).plan())
                    .limit("calm", new Bound.EffortAtMost(Effort.LOW), DEAR);
            assertThat(decision(draft, "sql", 49).plan().effort()).isEqualTo(Effort.HIGH);
        }
    }

    @Nested
    class Explaining {
        @Test
        void bucketLinesAndRulesAreToldDownToTheOneThatDecided() {
            var draft = draft().bucket(Bucket.AVOID, MATH)
                    .bucket(Bucket.USE, SQL)
                    .bucket(Bucket.MAYBE, always())
                    .rule("dear", DEAR, Ask.of(LEVELS, Effort.HIGH).plan())
                    .rule("use", USE, Ask.of(LEVELS, Effort.LOW).plan())
                    .rule("never reached", always(), Ask.of(LEVELS, Effort.LOW).plan());
            var explanation = explained(draft, "sql", 12);
            assertThat(explanation.buckets())
                    .containsExactly(
                            new Line(
                                    "bucket avoid",
                                    false,
                                    new Failed("type is math", "type is sql", MATH.span()),
                                    explanation.buckets().getFirst().span()),
                            new Line(
                                    "bucket use",
                                    true,
                                    null,
                                    explanation.buckets().getLast().span()));
            assertThat(explanation.rules()).extracting(Line::name).containsExactly("dear", "use");
            assertThat(explanation.rules()).extracting(Line::held).containsExactly(false, true);
        }

        @Test
        void whereNoRuleHoldsOtherwiseIsTheLastLine() {
            var explanation = explained(
                    draft().rule("dear", DEAR, Ask.of(LEVELS, Effort.HIGH).plan()), "sql", 12);
            assertThat(explanation.rules()).extracting(Line::name).containsExactly("dear", "otherwise");
            assertThat(explanation.rules().getLast().held()).isTrue();
        }

        @Test
        void twoRulesThatReadTheSameAreTwoLines() {
            var plan = Ask.of(LEVELS, Effort.HIGH).plan();
            var explanation = explained(draft().rule("same", MATH, plan).rule("same", MATH, plan), "sql", 12);
            assertThat(explanation.rules()).extracting(Line::name).containsExactly("same", "same", "otherwise");
        }

        @Test
        void allLimitsAreTold() {
            var draft = draft().limit("one", new Bound.EffortAtMost(Effort.LOW), DEAR)
                    .limit("two", new Bound.EffortAtMost(Effort.LOW));
            assertThat(explained(draft, "sql", 12).limits())
                    .extracting(Line::held)
                    .containsExactly(false, true);
        }

        @Test
        void theOutcomeIsTheDecisionItself() {
            var evaluator = new Evaluator(draft().ir(), NativeEngine.NAME);
            Task task = task("sql", 12, draft());
            assertThat(evaluator.explain(task).outcome()).isEqualTo(evaluator.decide(task));
            var refusal = new Refusal("otherwise", List.of());
            assertThat(evaluator.explain(task, refusal).outcome()).isSameAs(refusal);
        }

        @Test
        void ofAnAndTheFirstPartThatFailsIsTold() {
            assertThat(failed(and(SQL, DEAR, MATH))).isEqualTo("error_cost >= $50 | error_cost is $12");
            assertThat(failed(and(and(SQL, MATH), DEAR))).isEqualTo("type is math | type is sql");
        }

        @Test
        void ofANameItsMeaningIsTold() {
            assertThat(failed(new Condition.Named("risky", and(SQL, DEAR), Words.span("risky"))))
                    .isEqualTo("error_cost >= $50 | error_cost is $12");
        }

        @Test
        void ofAnOrAllPartsAreTold() {
            var either = new Condition.Or(List.of(DEAR, MATH, MATH), Words.span("error_cost >= $50 or type is math"));
            assertThat(failed(either)).isEqualTo("error_cost >= $50 or type is math | error_cost is $12, type is sql");
        }

        @Test
        void ofANotWhatHoldsIsTold() {
            assertThat(failed(new Condition.Not(SQL, Words.span("not type is sql"))))
                    .isEqualTo("not type is sql | type is sql");
        }

        @Test
        void everyKindOfConditionTellsWhatItMet() {
            assertThat(failed(USE)).isEqualTo("bucket is use | bucket is maybe");
            assertThat(failed(new Condition.Always(false, Words.span("never")))).isEqualTo("never | ");
            assertThat(failed(new Condition.HasMember(PolicyDraft.slot("tags"), "x", Words.span("\"x\" in tags"))))
                    .isEqualTo("\"x\" in tags | tags is []");
            assertThat(failed(new Condition.TextAmong(
                            PolicyDraft.slot("tenant"), Set.of("x"), Words.span("tenant is \"x\""))))
                    .isEqualTo("tenant is \"x\" | tenant is \"\"");
            var sum = new Amount.Sum(List.of(
                    new Amount.Times(2, slot("output_tokens")),
                    new Amount.Least(List.of(slot("input_tokens"), new Amount.Greatest(List.of(slot("tools")))))));
            assertThat(failed(new Condition.Compare(
                            Comparison.LESS, sum, new Amount.Fixed(0), 1, Words.span("2 * output_tokens + … < 0"))))
                    .isEqualTo("2 * output_tokens + … < 0 | output_tokens is 500, input_tokens is 1_000, tools is 0");
        }

        @Test
        void aConditionThatNoAuthorWroteIsPutInWords() {
            assertThat(failed(new Condition.Among(PolicyDraft.slot("type"), Set.of(17), Span.NONE)))
                    .isEqualTo("type in [math] | type is sql");
        }
    }

    private static PolicyDraft draft() {
        return new PolicyDraft().otherwise(Ask.of(LEVELS, Effort.NONE).plan());
    }

    private static Condition always() {
        return PolicyDraft.always();
    }

    private static Condition type(int position, String words) {
        return new Condition.Among(PolicyDraft.slot("type"), Set.of(position), Words.span(words));
    }

    private static Condition and(Condition... parts) {
        return new Condition.And(List.of(parts), Words.span("and"));
    }

    private static Amount slot(String feature) {
        return new Amount.Slot(PolicyDraft.slot(feature));
    }

    private static Task task(String type, long dollars, PolicyDraft draft) {
        return Tasks.built(new TaskBuilder(draft.ir().schema())
                .text("type", type)
                .number("error_cost_usd", BigDecimal.valueOf(dollars))
                .number("input_tokens", BigDecimal.valueOf(1_000)));
    }

    private static Decision decision(PolicyDraft draft, String type, long dollars) {
        var outcome = new Evaluator(draft.ir(), NativeEngine.NAME).decide(task(type, dollars, draft));
        return switch (outcome) {
            case Decision decision -> decision;
            case Outcome other -> throw new AssertionError(other.toString());
        };
    }

    private static Explanation explained(PolicyDraft draft, String type, long dollars) {
        return new Evaluator(draft.ir(), NativeEngine.NAME).explain(task(type, dollars, draft));
    }

    /** The first condition that failed of a rule for a task of type sql with an error cost of $12, and what it met. */
    private static String failed(Condition when) {
        var explanation =
                explained(draft().rule("rule", when, Ask.of(LEVELS, Effort.HIGH).plan()), "sql", 12);
        Failed failed = explanation.rules().getFirst().failed();
        return failed == null ? "held" : failed.condition() + " | " + failed.met();
    }
}
