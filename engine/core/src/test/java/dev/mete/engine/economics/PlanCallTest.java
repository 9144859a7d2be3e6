package dev.mete.engine.economics;

import static dev.mete.engine.catalog.Effort.HIGH;
import static dev.mete.engine.catalog.Effort.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.ThinkingLengths.Point;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.sample.Known;
import dev.mete.engine.sample.Models;
import dev.mete.engine.sample.Tasks;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import java.util.BitSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlanCallTest {
    private static final Task TASK = Tasks.lengths(TaskSchema.of(StandardFeatures.all(), new BitSet()), 2_000, 1_600);

    @Test
    void theMeanOfAllDrawsIsTheEstimate() {
        Model model = Known.of(Models.levels("acme/opus"))
                .prices("5", "25")
                .thinks(HIGH, new Point(0, 100), new Point(500_000, 2_000), new Point(1_000_000, 9_000))
                .model();
        var plan = new Plan(model, HIGH, 8_000, 6_400, 0);
        var call = new PlanCall(plan, TASK);

        double mean = java.util.stream.IntStream.range(0, 100_000)
                .mapToLong(draw -> call.cost(
                                call.held(call.thinking(10 * draw + 5).orElseThrow(), 1_600))
                        .orElseThrow())
                .average()
                .orElseThrow();

        var cost = Objects.requireNonNull(EstimatePlan.of(plan, TASK).cost());
        long estimated = Objects.requireNonNull(cost.mean());
        assertThat(mean).isCloseTo((double) estimated, org.assertj.core.data.Percentage.withPercentage(0.1));
    }

    @Test
    void aCapCutsTheAnswerOffBeforeTheThinking() {
        var call = new PlanCall(new Plan(Models.levels("acme/m"), HIGH, 1_000, 900, 0), TASK);

        assertThat(call.held(700, 500)).isEqualTo(new PlanCall.Tokens(700, 300, true));
        assertThat(call.held(1_200, 500)).isEqualTo(new PlanCall.Tokens(1_000, 0, true));
        assertThat(call.held(500, 500)).isEqualTo(new PlanCall.Tokens(500, 500, false));
    }

    @Test
    void theFirstTokenVariesUpToItsNinetyFifthPercentile() {
        Model model =
                Known.of(Models.plain("acme/m")).speed(NONE, 500, 2_300L, 1_000).model();
        var call = new PlanCall(new Plan(model, NONE, 4_000, 0, 0), TASK);
        var tokens = call.held(0, 1_000);

        assertThat(call.latency(tokens, 100_000)).hasValue(1_500_000);
        assertThat(call.latency(tokens, 950_000)).hasValue(3_300_000);
        assertThat(call.latency(tokens, 999_999)).hasValue(3_300_000);
    }

    @Test
    void whatTheCatalogDoesNotKnowIsEmpty() {
        var call = new PlanCall(new Plan(Models.levels("acme/m"), HIGH, 1_000, 900, 0), TASK);
        var tokens = call.held(10, 10);

        assertThat(call.thinking(500_000)).isEmpty();
        assertThat(call.cost(tokens)).isEmpty();
        assertThat(call.latency(tokens, 0)).isEmpty();
        assertThat(call.gpuMicros(tokens)).isEmpty();
    }
}
