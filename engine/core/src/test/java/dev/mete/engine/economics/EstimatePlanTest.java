package dev.mete.engine.economics;

import static dev.mete.engine.catalog.Effort.HIGH;
import static dev.mete.engine.catalog.Effort.LOW;
import static dev.mete.engine.catalog.Effort.NONE;
import static dev.mete.engine.sample.Known.dollars;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Hosting;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.ThinkingLengths.Point;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.engine.decision.Estimate;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.sample.Known;
import dev.mete.engine.sample.Models;
import dev.mete.engine.sample.Tasks;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskSchema;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EstimatePlanTest {
    private static final TaskSchema SCHEMA = TaskSchema.of(StandardFeatures.all(), new BitSet());
    private static final long DOLLAR = 1_000_000_000_000L;

    @Test
    void aCallOfTheWorkedExampleCostsThirtyCentsOrOne() {
        Model opus = Known.of(Models.levels("acme/opus"))
                .prices("5", "25")
                .thinks(HIGH, 10_000)
                .model();
        Model haiku = Known.of(Models.plain("acme/haiku")).prices("1", "5").model();

        assertThat(mean(new Plan(opus, HIGH, 20_000, 15_000, 0), task(2_000, 1_600)))
                .isEqualTo(DOLLAR * 30 / 100);
        assertThat(mean(new Plan(haiku, NONE, 2_000, 0, 0), task(2_000, 1_600))).isEqualTo(DOLLAR / 100);
    }

    @Test
    void theWorstPriceIsThatOfAFullCap() {
        Model model = Known.of(Models.levels("acme/m"))
                .prices("5", "25")
                .thinks(HIGH, 100)
                .model();
        assertThat(cost(new Plan(model, HIGH, 10_000, 5_000, 0), task(2_000, 500)))
                .isEqualTo(new Estimate.Cost(DOLLAR * 25 / 1_000, DOLLAR * 26 / 100));
    }

    @Test
    void theWorstPriceIsKnownEvenWhereNobodySaysHowLongTheModelThinks() {
        Model model = Known.of(Models.levels("acme/m")).prices("5", "25").model();
        assertThat(EstimatePlan.of(new Plan(model, HIGH, 10_000, 5_000, 0), task(2_000, 500)))
                .isEqualTo(new Estimate(null, new Estimate.Cost(null, DOLLAR * 26 / 100), null, null, null, null));
    }

    @Test
    void anInputAboveAThresholdRepricesTheWholeCall() {
        var long272k = new Prices.Tier(200_000, TokenPrices.of(dollars("4"), dollars("18")));
        Model model = Known.of(Models.plain("acme/m"))
                .prices(new Prices(TokenPrices.of(dollars("2"), dollars("12")), List.of(long272k)))
                .model();
        var plan = new Plan(model, NONE, 64_000, 0, 0);
        assertThat(mean(plan, task(200_000, 1_000))).isEqualTo(DOLLAR * 412 / 1_000);
        assertThat(mean(plan, task(200_001, 1_000))).isEqualTo(DOLLAR * 818_004 / 1_000_000);
    }

    @Test
    void aCachedPromptIsCheapUnlessAnotherModelHasIt() {
        var prices = new TokenPrices(dollars("5"), dollars("0.5"), dollars("6.25"), dollars("25"), dollars("25"));
        Model model = Known.of(Models.plain("acme/m")).prices(Prices.of(prices)).model();
        var plan = new Plan(model, NONE, 1_000, 0, 0);
        assertThat(mean(plan, conversation(""))).isEqualTo(mean(plan, conversation("acme/m")));
        long more = mean(plan, conversation("acme/other")) - mean(plan, conversation("acme/m"));
        // 50,000 tokens x ($6.25 - $0.50) per million.
        assertThat(more).isEqualTo(DOLLAR * 2_875 / 10_000);
    }

    @Test
    void thinkingCanBePricedApart() {
        var prices = new TokenPrices(dollars("0.4"), dollars("0.4"), dollars("0.4"), dollars("1.2"), dollars("4"));
        Model model = Known.of(Models.levels("acme/m"))
                .prices(Prices.of(prices))
                .thinks(LOW, 1_000)
                .model();
        var cost = cost(new Plan(model, LOW, 4_000, 2_000, 0), task(1_000, 500));
        assertThat(cost.mean()).isEqualTo(DOLLAR * 5 / 1_000);
        assertThat(cost.worst()).isEqualTo(DOLLAR * 164 / 10_000);
    }

    @Test
    void aCapCutsTheAnswerOffBeforeTheThinking() {
        Model model = Known.of(Models.levels("acme/m"))
                .prices("1", "1")
                .thinks(LOW, 1_000)
                .model();
        var estimate = EstimatePlan.of(new Plan(model, LOW, 1_200, 900, 0), task(1_000, 500));
        assertThat(estimate.tokens()).isEqualTo(new Estimate.Tokens(1_000, 200));
        assertThat(estimate.cutOff()).isEqualTo(1_000_000);
    }

    @Test
    void aBudgetHoldsTheThinkingWhereTheApiTakesOne() {
        Model model = Known.of(Models.budget("acme/m", 1_024, 32_000))
                .prices("1", "1")
                .thinks(LOW, 4_000)
                .model();
        var estimate = EstimatePlan.of(new Plan(model, LOW, 4_000, 2_000, 0), task(1_000, 500));
        assertThat(estimate.tokens()).isEqualTo(new Estimate.Tokens(2_000, 500));
        assertThat(estimate.cutOff()).isZero();
    }

    @Test
    void latencyIsTheFirstTokenAndThenTheOthers() {
        Model model = Known.of(Models.levels("acme/m"))
                .speed(LOW, 1_000, 3_000L, 20_000)
                .thinks(LOW, new Point(500_000, 100), new Point(950_000, 1_000))
                .model();
        var latency = EstimatePlan.of(new Plan(model, LOW, 10_000, 5_000, 0), task(1_000, 500))
                .latency();
        assertThat(latency).isNotNull();
        assertThat(latency.p50()).isEqualTo(1_000_000 + 600 * 20_000);
        assertThat(latency.p95()).isEqualTo(3_000_000 + 1_500 * 20_000);
    }

    @Test
    void aSlowFirstTokenRaisesTheMean() {
        Model model = Known.of(Models.plain("acme/m"))
                .speed(NONE, 1_000, 3_000L, 20_000)
                .model();
        var latency = EstimatePlan.of(new Plan(model, NONE, 10_000, 0, 0), task(1_000, 500))
                .latency();
        assertThat(latency).isNotNull();
        // half of the 2,000 ms on 45 % of the calls, and all of them on 5 %
        assertThat(latency.mean()).isEqualTo(1_550_000 + 500 * 20_000);
    }

    @Test
    void aFirstTokenAfterTheThinkingHoldsAMedianThinking() {
        Model model = Known.of(Models.levels("acme/m"))
                .speedAfterThinking(LOW, 3_000, null, 20_000)
                .thinks(LOW, new Point(500_000, 100), new Point(950_000, 1_000))
                .model();
        var latency = EstimatePlan.of(new Plan(model, LOW, 10_000, 5_000, 0), task(1_000, 500))
                .latency();
        assertThat(latency).isNotNull();
        assertThat(latency.p50()).isEqualTo(3_000_000 + 500 * 20_000);
        assertThat(latency.p95()).isEqualTo(3_000_000 + (500 + 900) * 20_000);
    }

    @Test
    void aModelOfOnesOwnCostsWhatItOccupies() {
        // Two GPUs at $3.60 an hour, 4 sequences at 50 tokens a second: $0.0005 a second and sequence, $10 per million
        // tokens.
        var hosting = new Hosting(3_600_000_000L, 2, 4, 20_000, 100_000);
        Model model = Known.of(Models.plain("acme/own")).hosting(hosting).model();
        var estimate = EstimatePlan.of(new Plan(model, NONE, 1_000, 0, 0), task(1_000, 100));
        assertThat(estimate.cost()).isNotNull();
        assertThat(estimate.cost().mean()).isEqualTo(DOLLAR * 105 / 100_000);
        assertThat(estimate.gpuMicros()).isEqualTo((100_000L + 2_000_000) * 2 / 4);
    }

    @Test
    void whatTheCatalogDoesNotSayIsNotEstimated() {
        assertThat(EstimatePlan.of(new Plan(Models.levels("acme/bare"), LOW, 1_000, 500, 0), task(1_000, 100)))
                .isEqualTo(Estimate.UNKNOWN);
        Model model = Known.of(Models.levels("acme/m")).prices("1", "1").model();
        var withoutThinking = EstimatePlan.of(new Plan(model, NONE, 1_000, 0, 0), task(1_000, 100));
        assertThat(withoutThinking.cost()).isNotNull();
        assertThat(withoutThinking.latency()).isNull();
        assertThat(withoutThinking.errors()).isNull();
    }

    private static Estimate.Cost cost(Plan plan, Task task) {
        var cost = EstimatePlan.of(plan, task).cost();
        assertThat(cost).isNotNull();
        return cost;
    }

    private static long mean(Plan plan, Task task) {
        return Objects.requireNonNull(cost(plan, task).mean());
    }

    private static Task task(long input, long output) {
        return Tasks.lengths(SCHEMA, input, output);
    }

    private static Task conversation(String previous) {
        return Tasks.built(new TaskBuilder(SCHEMA)
                .number("input_tokens", BigDecimal.valueOf(60_000))
                .number("cached_tokens", BigDecimal.valueOf(50_000))
                .text("previous_model", previous));
    }
}
