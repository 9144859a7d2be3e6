package dev.mete.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.mete.engine.sample.Tasks;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final TaskSchema SCHEMA = TaskSchema.of(StandardFeatures.all(), new BitSet());

    @Test
    void whatIsNotGivenIsTheDefault() {
        var task = Tasks.built(new TaskBuilder(SCHEMA));
        assertThat(task.number(SCHEMA.slot("output_tokens"))).isEqualTo(500);
        assertThat(task.number(SCHEMA.slot("stream"))).isEqualTo(1);
        assertThat(task.text(SCHEMA.slot("tenant"))).isEmpty();
        assertThat(task.members(SCHEMA.slot("tags"))).isEmpty();
    }

    @Test
    void whatHasNoDefaultIsAbsent() {
        var task = Tasks.built(new TaskBuilder(SCHEMA));
        assertThat(task.has(SCHEMA.slot("error_cost"))).isFalse();
        assertThat(task.value(SCHEMA.slot("error_cost"))).isNull();
    }

    @Test
    void aTaskShowsWhatItWasGiven() {
        var task = Tasks.built(new TaskBuilder(SCHEMA)
                .text("type", "sql")
                .number("error_cost_usd", new BigDecimal("0.25"))
                .number("output_tokens", BigDecimal.valueOf(500))
                .members("tags", List.of("b", "a")));
        assertThat(task).hasToString("type sql, error_cost $0.25, tags [\"a\", \"b\"]");
    }

    @Test
    void aSlotIsReadAsWhatItIs() {
        var task = Tasks.built(new TaskBuilder(SCHEMA));
        assertThatIllegalStateException().isThrownBy(() -> task.text(SCHEMA.slot("tags")));
        assertThatIllegalStateException().isThrownBy(() -> task.members(SCHEMA.slot("tenant")));
    }
}
