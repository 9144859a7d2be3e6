package dev.mete.engine.drools.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mete.engine.drools.TestPolicies;
import dev.mete.engine.drools.fact.Task;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Value;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private static final TaskSchema SCHEMA = TaskSchema.of(Fields.FEATURES, new BitSet());

    @Test
    void theFactHasAGetterForEveryStandardFeatureAndNoOther() {
        var getters = Arrays.stream(Task.class.getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> name.startsWith("get") || name.startsWith("is"))
                .toList();
        assertThat(Fields.getters()).containsExactlyInAnyOrderElementsOf(getters);
    }

    @Test
    void fieldsCarryTheirUnitInTheirName() {
        assertThat(Fields.names())
                .contains("errorCostUsd", "latencyToleranceMs", "inputTokens", "previousModel", "tags");
    }

    @Test
    void theFactTellsWhatTheTaskTells() {
        var fact = new Task(TestPolicies.built(new TaskBuilder(SCHEMA)
                .text("type", "code_review")
                .text("error_cost", "$0.30")
                .text("latency_tolerance", "20s")
                .number("input_tokens", BigDecimal.valueOf(3_000))
                .number("attempt", BigDecimal.valueOf(2))
                .flag("stream", false)
                .value("tenant", new Value.Words("acme"))
                .members("tags", List.of("a", "b"))));
        assertThat(fact.getType()).isEqualTo("code_review");
        assertThat(fact.getComplexity()).isEqualTo("medium");
        assertThat(fact.getErrorCostUsd()).isEqualTo(0.3);
        assertThat(fact.getLatencyToleranceMs()).isEqualTo(20_000);
        assertThat(fact.getInputTokens()).isEqualTo(3_000);
        assertThat(fact.getOutputTokens()).isEqualTo(500);
        assertThat(fact.getAttempt()).isEqualTo(2);
        assertThat(fact.isStream()).isFalse();
        assertThat(fact.getTenant()).isEqualTo("acme");
        assertThat(fact.getTags()).isEqualTo(Set.of("a", "b"));
    }

    @Test
    void whatTheTaskDoesNotTellIsNotMadeUp() {
        var fact = new Task(TestPolicies.built(new TaskBuilder(SCHEMA)));
        assertThatThrownBy(fact::getType)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the task does not tell `type`");
    }
}
