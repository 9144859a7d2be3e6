package dev.mete.rules;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.eval.Conditions;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskReading;
import dev.mete.engine.task.TaskSchema;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The guardrails that two policies include and the third repeats in Drools are the same limits. */
final class GuardrailTwinsTest {
    private static final String GUARDED = """
            policy guarded
            include "%s"
            models { quick = "openai/gpt-5.6-luna" }
            otherwise quick, effort none
            """.formatted(Shipped.GUARDRAILS);

    private static final PolicyIr GUARDRAILS = Shipped.ir(GUARDED, "mete");
    private static final PolicyIr DESK = Shipped.ir("support-desk");

    @Example
    void theSupportDeskRepeatsEveryGuardrail() {
        assertThat(GUARDRAILS.limits()).isNotEmpty();
        assertThat(DESK.limits())
                .extracting(LimitIr::name)
                .containsAll(GUARDRAILS.limits().stream().map(LimitIr::name).toList());
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void twinsBoundTheSameTasksByTheSame(
            @ForAll("waits") String wait,
            @ForAll("errorCosts") String errorCost,
            @ForAll @IntRange(min = 1, max = 5) int attempt,
            @ForAll boolean stream,
            @ForAll Bucket bucket) {
        var twins = DESK.limits().stream().collect(Collectors.toMap(LimitIr::name, Function.identity()));
        Task ours = task(GUARDRAILS.schema(), wait, errorCost, attempt, stream);
        Task theirs = task(DESK.schema(), wait, errorCost, attempt, stream);

        for (LimitIr limit : GUARDRAILS.limits()) {
            assertThat(shown(requireNonNull(twins.get(limit.name())), theirs, bucket))
                    .as(limit.name())
                    .isEqualTo(shown(limit, ours, bucket));
        }
    }

    @Provide
    Arbitrary<String> waits() {
        return Arbitraries.of("0ms", "1ms", "199ms", "200ms", "201ms", "2999ms", "3s", "3001ms", "10s", "1h");
    }

    @Provide
    Arbitrary<String> errorCosts() {
        return Arbitraries.of("$0", "$2.49", "$2.50", "$2.51", "$1_000");
    }

    private static String shown(LimitIr limit, Task task, Bucket bucket) {
        if (!Conditions.holds(limit.when(), task, bucket)) {
            return "nothing";
        }
        return switch (limit.bound()) {
            case Bound.EffortAtMost(var most) -> "effort " + most.word();
            case Bound.ThinkingAtMost(var tokens) -> "thinking " + Conditions.quantity(tokens, task, bucket);
            case Bound.CapAtMost(var tokens) -> "cap " + Conditions.quantity(tokens, task, bucket);
            case Bound.CostAtMost(var nanos) -> "cost " + Conditions.quantity(nanos, task, bucket);
            case Bound.TimeoutAtMost(var millis) -> "timeout " + Conditions.quantity(millis, task, bucket);
        };
    }

    private static Task task(TaskSchema schema, String wait, String errorCost, int attempt, boolean stream) {
        TaskReading reading = new TaskBuilder(schema)
                .text("type", "chat")
                .text("latency_tolerance", wait)
                .text("error_cost", errorCost)
                .number("input_tokens", BigDecimal.valueOf(100))
                .number("attempt", BigDecimal.valueOf(attempt))
                .flag("stream", stream)
                .build();
        return switch (reading) {
            case TaskReading.Accepted(Task task) -> task;
            case TaskReading.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
