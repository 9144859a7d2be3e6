package dev.mete.engine.eval;

import static dev.mete.engine.catalog.Effort.HIGH;
import static dev.mete.engine.catalog.Effort.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Chosen;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.Goal;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.Weighed;
import dev.mete.engine.sample.Ask;
import dev.mete.engine.sample.Known;
import dev.mete.engine.sample.Models;
import dev.mete.engine.sample.PolicyDraft;
import dev.mete.engine.sample.Tasks;
import dev.mete.engine.sample.Words;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Step 3: plans that the catalog chooses among. A task has 2,000 tokens of input and an answer of 1,600. */
class ChooseTest {
    /** $0.30 a call, 10,000 tokens of thinking, wrong in one of a hundred answers; 176 seconds slower than the other. */
    private static final Model DEEP = Known.of(Models.levels("acme/deep"))
            .prices("5", "25")
            .speed(HIGH, 1_000, 2_000L, 17_500)
            .thinks(HIGH, 10_000)
            .errs(HIGH, 10_000)
            .errs(HIGH, "extraction", null, 60_000)
            .model();

    /** $0.01 a call, wrong in six of a hundred answers. */
    private static final Model FAST = Known.of(Models.plain("acme/fast"))
            .prices("1", "5")
            .speed(NONE, 1_000, 2_000L, 17_500)
            .errs(NONE, 60_000)
            .model();

    private static final PlanIr THINK = Ask.of(DEEP, HIGH).plan();
    private static final PlanIr ANSWER = Ask.of(FAST, NONE).plan();

    @Test
    void thinkingPaysAboveTheBreakEvenErrorCost() {
        // dC $0.29, dp 5 %: $5.80 an error with free waiting.
        var policy = new PolicyDraft().otherwise(Goal.BEST, ANSWER, THINK).ir();
        assertThat(model(policy, "5.79", "debugging")).isEqualTo("acme/fast");
        assertThat(model(policy, "5.81", "debugging")).isEqualTo("acme/deep");
    }

    @Test
    void waitingRaisesTheBreakEvenErrorCost() {
        // The formula of Zellinger and Thomson: ($0.29 + $0.01 x 175 s) / 5 % = $40.80.
        var policy = new PolicyDraft()
                .waiting(10_000_000, PolicyDraft.always())
                .otherwise(Goal.BEST, ANSWER, THINK)
                .ir();
        assertThat(model(policy, "40.79", "debugging")).isEqualTo("acme/fast");
        assertThat(model(policy, "40.81", "debugging")).isEqualTo("acme/deep");
    }

    @Test
    void theFirstPriceOfWaitingThatHoldsCounts() {
        var isReview = new Condition.TextAmong(PolicyDraft.slot("tenant"), Set.of("reviewers"), Words.span("t"));
        var policy = new PolicyDraft()
                .waiting(0, new Condition.Not(isReview, Words.span("not")))
                .waiting(10_000_000, PolicyDraft.always())
                .otherwise(Goal.BEST, ANSWER, THINK)
                .ir();
        assertThat(model(policy, "10", "debugging")).isEqualTo("acme/deep");
    }

    @Test
    void anErrorRateOfTheTasksKindCounts() {
        var policy = new PolicyDraft().otherwise(Goal.BEST, ANSWER, THINK).ir();
        assertThat(model(policy, "1000000", "extraction")).isEqualTo("acme/fast");
    }

    @Test
    void anErrorOfABillionDollarsDoesNotOverflow() {
        var policy = new PolicyDraft()
                .waiting(1_000_000_000_000_000L, PolicyDraft.always())
                .otherwise(Goal.BEST, ANSWER, THINK)
                .ir();
        assertThat(model(policy, "1000000000", "debugging")).isEqualTo("acme/fast");
        assertThat(model(new PolicyDraft().otherwise(Goal.BEST, ANSWER, THINK).ir(), "1000000000", "debugging"))
                .isEqualTo("acme/deep");
    }

    @Test
    void theCheapestAndTheFastestAreWhatTheySay() {
        assertThat(model(
                        new PolicyDraft()
                                .otherwise(Goal.CHEAPEST, THINK, ANSWER)
                                .ir(),
                        "1",
                        "math"))
                .isEqualTo("acme/fast");
        assertThat(model(
                        new PolicyDraft().otherwise(Goal.FASTEST, THINK, ANSWER).ir(), "1", "math"))
                .isEqualTo("acme/fast");
    }

    @Test
    void ofEqualOnesTheFirstWrittenIsTaken() {
        Model twin = Known.of(Models.plain("acme/twin")).prices("1", "5").model();
        var policy = new PolicyDraft()
                .otherwise(Goal.CHEAPEST, Ask.of(twin, NONE).plan(), ANSWER)
                .ir();
        assertThat(model(policy, "1", "math")).isEqualTo("acme/twin");
    }

    @Test
    void onlyWhatQualifiesIsCompared() {
        var policy = new PolicyDraft()
                .otherwise(Goal.CHEAPEST, (_, worth) -> atMost(worth.errors(), 50_000), ANSWER, THINK)
                .ir();
        var decision = decision(policy, "1", "math");
        assertThat(decision.plan().model().id()).isEqualTo("acme/deep");
        assertThat(decision.chosen()).isEqualTo(new Chosen("cheapest of", 2, 1));
    }

    @Test
    void whereNothingQualifiesTheFirstIsTakenAndTheDecisionSaysSo() {
        var policy = new PolicyDraft()
                .otherwise(Goal.CHEAPEST, (_, worth) -> atMost(worth.errors(), 1), THINK, ANSWER)
                .ir();
        var decision = decision(policy, "1", "math");
        assertThat(decision.plan().model().id()).isEqualTo("acme/deep");
        assertThat(decision.chosen()).isEqualTo(new Chosen("cheapest of", 2, 0));
    }

    @Test
    void theNextInRankIsTakenWhereTheBestCannotTakeTheTask() {
        Model small = Models.sized(FAST, 3_000, 2_000).with(FAST.figures());
        var policy = new PolicyDraft()
                .otherwise(Goal.CHEAPEST, THINK, Ask.of(small, NONE).plan())
                .ir();
        var decision = decision(policy, "1", "math");
        assertThat(decision.plan().model().id()).isEqualTo("acme/deep");
        assertThat(decision.asked().model()).isEqualTo("acme/fast");
        assertThat(decision.passedOver()).hasSize(1);
    }

    @Test
    void switchingTheModelOfAConversationCostsItsCacheAgain() {
        var cached = new TokenPrices(1_000_000, 100_000, 1_250_000, 5_000_000, 5_000_000);
        Model here =
                Known.of(Models.plain("acme/here")).prices(Prices.of(cached)).model();
        Model there = Known.of(Models.plain("acme/there")).prices("0.9", "4").model();
        var policy = new PolicyDraft()
                .otherwise(
                        Goal.CHEAPEST,
                        Ask.of(here, NONE).plan(),
                        Ask.of(there, NONE).plan())
                .ir();
        assertThat(model(policy, "1", "math")).isEqualTo("acme/there");
        assertThat(chosen(policy, conversation(policy, "acme/here"))).isEqualTo("acme/here");
        assertThat(chosen(policy, conversation(policy, "acme/there"))).isEqualTo("acme/there");
    }

    @Test
    void anExplanationWeighsEveryCandidate() {
        var policy = new PolicyDraft().otherwise(Goal.BEST, ANSWER, THINK).ir();
        var explanation = new Evaluator(policy, NativeEngine.NAME).explain(task(policy, "5.00", "debugging"));

        assertThat(explanation.candidates()).extracting(Weighed::model).containsExactly("acme/fast", "acme/deep");
        Weighed fast = explanation.candidates().getFirst();
        assertThat(fast.chosen()).isTrue();
        assertThat(fast.cost()).isEqualTo(10_000_000_000L);
        assertThat(fast.errors()).isEqualTo(60_000);
        assertThat(fast.breakEven()).isNull();
        Weighed deep = explanation.candidates().getLast();
        assertThat(deep.chosen()).isFalse();
        assertThat(deep.cost()).isEqualTo(300_000_000_000L);
        assertThat(deep.breakEven()).isEqualTo(5_800_000_000L);
        assertThat(deep.slowLatency()).isEqualTo(2_000_000 + 11_600 * 17_500L);
    }

    @Test
    void whatWasPassedOverIsNotShownAsChosen() {
        Model small = Known.of(Models.sized(Models.plain("acme/small"), 2_500, 2_000))
                .prices("0.1", "0.5")
                .model();
        var policy = new PolicyDraft()
                .otherwise(Goal.CHEAPEST, Ask.of(small, NONE).plan(), ANSWER)
                .ir();
        var explanation = new Evaluator(policy, NativeEngine.NAME).explain(task(policy, "5.00", "debugging"));

        assertThat(explanation.outcome())
                .isInstanceOfSatisfying(
                        Decision.class,
                        decision -> assertThat(decision.plan().model().id()).isEqualTo("acme/fast"));
        assertThat(explanation.candidates()).extracting(Weighed::model).containsExactly("acme/small", "acme/fast");
        assertThat(explanation.candidates()).extracting(Weighed::chosen).containsExactly(false, true);
    }

    @Test
    void theModelOfThePreviousTurnMayHaveItsProvidersName() {
        var cached = new TokenPrices(1_000_000, 100_000, 1_250_000, 5_000_000, 5_000_000);
        Model here =
                Known.of(Models.plain("acme/here")).prices(Prices.of(cached)).model();
        var policy = new PolicyDraft().otherwise(Ask.of(here, NONE).plan()).ir();

        assertThat(here.name()).isNotEqualTo(here.id());
        assertThat(costOf(policy, here.name())).isEqualTo(costOf(policy, here.id()));
        assertThat(costOf(policy, "acme/there")).isGreaterThan(costOf(policy, here.id()));
    }

    private static long costOf(PolicyIr policy, String previous) {
        var decided = (Decision) new Evaluator(policy, NativeEngine.NAME).decide(conversation(policy, previous));
        return Objects.requireNonNull(
                Objects.requireNonNull(decided.estimate().cost()).mean());
    }

    private static Task conversation(PolicyIr policy, String previous) {
        return Tasks.built(new TaskBuilder(policy.schema())
                .number("input_tokens", BigDecimal.valueOf(100_000))
                .number("cached_tokens", BigDecimal.valueOf(100_000))
                .text("previous_model", previous));
    }

    private static Condition atMost(@Nullable Amount amount, long bound) {
        assertThat(amount).isNotNull();
        return new Condition.Compare(
                Comparison.AT_MOST, amount, new Amount.Fixed(bound), 1, Words.span("p_error <= " + bound));
    }

    private static String model(PolicyIr policy, String errorCost, String type) {
        return decision(policy, errorCost, type).plan().model().id();
    }

    private static Decision decision(PolicyIr policy, String errorCost, String type) {
        Outcome outcome = new Evaluator(policy, NativeEngine.NAME).decide(task(policy, errorCost, type));
        assertThat(outcome).isInstanceOf(Decision.class);
        return (Decision) outcome;
    }

    private static String chosen(PolicyIr policy, Task task) {
        return ((Decision) new Evaluator(policy, NativeEngine.NAME).decide(task))
                .plan()
                .model()
                .id();
    }

    private static Task task(PolicyIr policy, String errorCost, String type) {
        return Tasks.built(builder(policy, errorCost, type));
    }

    private static TaskBuilder builder(PolicyIr policy, String errorCost, String type) {
        return new TaskBuilder(policy.schema())
                .text("type", type)
                .text("error_cost", "$" + errorCost)
                .number("input_tokens", BigDecimal.valueOf(2_000))
                .number("output_tokens", BigDecimal.valueOf(1_600));
    }
}
