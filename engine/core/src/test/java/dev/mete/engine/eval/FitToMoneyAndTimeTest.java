package dev.mete.engine.eval;

import static dev.mete.engine.catalog.Effort.HIGH;
import static dev.mete.engine.catalog.Effort.LOW;
import static dev.mete.engine.catalog.Effort.MEDIUM;
import static dev.mete.engine.catalog.Effort.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.ThinkingLengths.Point;
import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.decision.Refusal;
import dev.mete.engine.economics.EstimatePlan;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.sample.Ask;
import dev.mete.engine.sample.Known;
import dev.mete.engine.sample.Models;
import dev.mete.engine.sample.PolicyDraft;
import dev.mete.engine.sample.Tasks;
import dev.mete.engine.sample.Words;
import dev.mete.engine.task.TaskBuilder;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Caps that follow from what a call may cost, and from when its answer has to be there. Tasks have 1,000 tokens of input, answers 500. */
class FitToMoneyAndTimeTest {
    private static final Model MODEL = Known.of(Models.levels("acme/model"))
            .prices("10", "100")
            .speed(NONE, 500, null, 10_000)
            .speed(LOW, 1_000, null, 10_000)
            .speed(MEDIUM, 1_000, 2_000L, 10_000)
            .speed(HIGH, 1_000, 2_000L, 10_000)
            .thinks(LOW, new Point(500_000, 600), new Point(990_000, 3_000))
            .thinks(MEDIUM, new Point(500_000, 2_000), new Point(990_000, 9_000))
            .thinks(HIGH, new Point(500_000, 6_000), new Point(990_000, 30_000))
            .model();

    @Test
    void aCapThatNobodyAskedForHasRoomForALongThinkingAndALongAnswer() {
        assertThat(plan(Ask.of(MODEL, HIGH), null, null).tokenCap()).isEqualTo(30_000 + 4 * 500);
        assertThat(plan(Ask.of(MODEL, NONE), null, null).tokenCap()).isEqualTo(4 * 500);
    }

    @Test
    void aDeadlineLowersACapThatNobodyAskedFor() {
        // 120 s less 2 s to a slow first token and half a second of margin, at 100 tokens a second.
        assertThat(plan(Ask.of(MODEL, HIGH), "120s", null)).isEqualTo(new Plan(MODEL, HIGH, 11_750, 11_250, 0));
    }

    @Test
    void whereADeadlineLeavesTooLittleTheEffortStepsDown() {
        // 40 s leave 3,750 tokens, less than the 4,096 that make high worth asking for.
        assertThat(plan(Ask.of(MODEL, HIGH), "40s", null)).isEqualTo(new Plan(MODEL, MEDIUM, 3_750, 3_250, 0));
        assertThat(plan(Ask.of(MODEL, HIGH), "10s", null)).isEqualTo(new Plan(MODEL, NONE, 900, 0, 0));
    }

    @Test
    void aDeadlineThatNothingCanKeepDoesNotCutTheAnswerOff() {
        assertThat(plan(Ask.of(MODEL, HIGH), "1s", null)).isEqualTo(new Plan(MODEL, NONE, 500, 0, 0));
    }

    @Test
    void aCapThatTheRuleAsksForIsNotMovedByADeadline() {
        assertThat(plan(Ask.of(MODEL, HIGH).cap(20_000), "10s", null).tokenCap())
                .isEqualTo(20_000);
    }

    @Test
    void aFirstTokenAfterTheThinkingCoversAMedianThinkingAlone() {
        Model hidden = Known.of(Models.levels("acme/hidden"))
                .speedAfterThinking(LOW, 5_000, null, 10_000)
                .thinks(LOW, new Point(500_000, 2_000), new Point(990_000, 10_000))
                .model();
        // 25 s less 5 s and the margin are 1,950 tokens beside the median of 2,000, far less than the 10,000 of a long
        // thinking.
        assertThat(plan(Ask.of(hidden, LOW), "25s", null).tokenCap()).isEqualTo(3_950);
        // Within 1 s not even a median thinking comes to its first token, so that the effort steps down.
        assertThat(plan(Ask.of(hidden, LOW), "1s", null).effort()).isEqualTo(NONE);
    }

    @Test
    void aFirstTokenAfterTheThinkingLeavesTheDeadlineToTheAnswer() {
        Model hidden = Known.of(Models.levels("acme/hidden"))
                .speedAfterThinking(LOW, 5_000, null, 10_000)
                .thinks(LOW, 2_000)
                .model();
        // 9 s less 5 s and the margin are 350 tokens of answer, after 2,000 of thinking.
        assertThat(plan(Ask.of(hidden, LOW), "9s", null).tokenCap()).isEqualTo(2_350);
    }

    @Test
    void aLimitOnTheCostLowersTheCap() {
        // $0.01 for the prompt leave $0.99 of $1, at $0.0001 a token.
        assertThat(plan(Ask.of(MODEL, HIGH).cap(20_000), null, "1.00"))
                .isEqualTo(new Plan(MODEL, HIGH, 9_900, 9_400, 0));
    }

    @Test
    void whereALimitOnTheCostLeavesTooLittleTheEffortStepsDown() {
        assertThat(plan(Ask.of(MODEL, HIGH).cap(20_000), null, "0.40"))
                .isEqualTo(new Plan(MODEL, MEDIUM, 3_900, 3_400, 0));
    }

    @Test
    void aModelThatCannotAnswerForTheMoneyIsPassedOver() {
        Model cheap = Known.of(Models.plain("acme/cheap")).prices("1", "1").model();
        var decision = (Decision) outcome(
                null,
                limit("0.05"),
                Ask.of(MODEL, HIGH).plan(),
                Ask.of(cheap, NONE).plan());
        assertThat(decision.plan().model().id()).isEqualTo("acme/cheap");
        assertThat(decision.limitedBy()).containsExactly("money");
        assertThat(decision.passedOver().getFirst().reason()).isEqualTo("cannot answer for $0.05");
    }

    @Test
    void aTaskThatNoModelCanAnswerForTheMoneyIsRefused() {
        assertThat(outcome(null, limit("0.01"), Ask.of(MODEL, HIGH).plan())).isInstanceOf(Refusal.class);
    }

    @Property(tries = 300)
    void noPlanCostsMoreThanItsLimit(
            @ForAll @LongRange(min = 0, max = 3_000_000_000L) long nanos,
            @ForAll @LongRange(min = 1, max = 100_000) long cap) {
        var ir = policy(bound(nanos), Ask.of(MODEL, HIGH).cap(cap).plan()).ir();
        var task = Tasks.lengths(ir.schema(), 1_000, 500);
        if (new Evaluator(ir, NativeEngine.NAME).decide(task) instanceof Decision decision) {
            var cost = EstimatePlan.of(decision.plan(), task).cost();
            assertThat(cost).isNotNull();
            assertThat(cost.worst()).isLessThanOrEqualTo(nanos * 1_000);
            assertThat(decision.plan().tokenCap()).isGreaterThanOrEqualTo(Math.min(500, cap));
        }
    }

    private static Plan plan(Ask ask, @Nullable String tolerance, @Nullable String dollars) {
        var outcome = outcome(tolerance, dollars == null ? null : limit(dollars), ask.plan());
        assertThat(outcome).isInstanceOf(Decision.class);
        return ((Decision) outcome).plan();
    }

    private static Outcome outcome(
            @Nullable String tolerance, @Nullable Bound limit, PlanIr plan, PlanIr... fallbacks) {
        var ir = policy(limit, plan, fallbacks).ir();
        var task = new TaskBuilder(ir.schema())
                .number("input_tokens", BigDecimal.valueOf(1_000))
                .number("output_tokens", BigDecimal.valueOf(500));
        return new Evaluator(ir, NativeEngine.NAME)
                .decide(Tasks.built(tolerance == null ? task : task.text("latency_tolerance", tolerance)));
    }

    private static PolicyDraft policy(@Nullable Bound limit, PlanIr plan, PlanIr... fallbacks) {
        var draft = new PolicyDraft().otherwise(plan, fallbacks);
        return limit == null ? draft : draft.limit("money", limit);
    }

    private static Bound limit(String dollars) {
        return bound(new BigDecimal(dollars).movePointRight(9).longValueExact());
    }

    private static Bound bound(long nanos) {
        return new Bound.CostAtMost(Quantity.fixed(nanos, Words.span("cost")));
    }
}
