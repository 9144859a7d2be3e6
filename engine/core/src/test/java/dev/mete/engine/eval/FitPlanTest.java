package dev.mete.engine.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
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
import org.junit.jupiter.api.Test;

class FitPlanTest {
    private static final TaskSchema SCHEMA = TaskSchema.of(StandardFeatures.all(), new BitSet());

    @Test
    void theEffortIsTheNearestThatTheModelHas() {
        assertThat(FitPlan.of(Models.plain("acme/plain"), Effort.HIGH, task(1_000)))
                .map(Plan::effort)
                .contains(Effort.NONE);
    }

    @Test
    void aModelThatIsTooSmallHasNoPlan() {
        assertThat(FitPlan.of(Models.plain("acme/plain"), Effort.NONE, task(90_000_000)))
                .isEmpty();
    }

    @Test
    void aPlanThatIsSentWhateverTheTaskHeedsNoDeadline() {
        Model hidden = Known.of(Models.levels("acme/hidden"))
                .speedAfterThinking(Effort.HIGH, 5_000, null, 10_000)
                .thinks(Effort.HIGH, 2_000)
                .model();
        Task hurried = Tasks.built(new TaskBuilder(SCHEMA)
                .text("latency_tolerance", "1s")
                .number("input_tokens", BigDecimal.valueOf(100)));

        assertThat(FitPlan.of(hidden, Effort.HIGH, hurried))
                .hasValueSatisfying(plan -> assertThat(plan.effort()).isEqualTo(Effort.HIGH));
    }

    private static Task task(long input) {
        return Tasks.lengths(SCHEMA, input, 100);
    }
}
