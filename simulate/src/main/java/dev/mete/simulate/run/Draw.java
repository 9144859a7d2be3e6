package dev.mete.simulate.run;

import dev.mete.engine.decision.EstimateSlots;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.economics.PlanCall;
import dev.mete.engine.task.Task;
import dev.mete.simulate.chance.Chance;
import dev.mete.simulate.chance.Chance.Purpose;
import dev.mete.simulate.traffic.TrafficRecord;
import dev.mete.simulate.traffic.TrafficRecord.Recorded;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the requests of one line come to under one plan: as it was recorded, else drawn from the catalog's figures. */
final class Draw {
    private static final long MICROS_PER_MILLI = 1_000;
    private static final int CERTAIN = 1_000_000;

    private final long line;
    private final PlanCall call;
    private final Recorded recorded;
    private final long estimatedCost;
    private final long estimatedErrors;
    private final long visible;
    private final @Nullable Long deadline;
    private final @Nullable Long errorCost;

    Draw(TrafficRecord record, Task task, Choice.Sends sends) {
        Plan plan = sends.plan();
        this.line = record.line();
        this.call = new PlanCall(plan, task);
        this.recorded = record.outcome(plan.model().id(), plan.effort().word());
        this.estimatedCost = sends.cost();
        this.estimatedErrors = sends.errors();
        this.visible = recorded.outputTokens() != null
                ? recorded.outputTokens()
                : task.number(task.schema().standard().output());
        this.deadline = number(task.schema().standard().tolerance(), task);
        this.errorCost = number(task.schema().standard().errorCost(), task);
    }

    private static @Nullable Long number(int slot, Task task) {
        return task.has(slot) ? (Long) task.number(slot) : null;
    }

    /** Draws one request of the line. */
    void into(Drawn drawn, Chance chance, long request) {
        drawn.clear();
        if (estimatedCost != EstimateSlots.UNKNOWN) {
            drawn.set(Measure.ESTIMATED_COST, estimatedCost);
        }
        OptionalLong thought = recorded.thinkingTokens() != null
                ? OptionalLong.of(recorded.thinkingTokens())
                : call.thinking(chance.share(line, request, Purpose.THINKING));
        boolean isCutOff = false;
        if (thought.isPresent()) {
            var tokens = call.held(thought.getAsLong(), visible);
            isCutOff = tokens.isCutOff();
            output(drawn, tokens);
            latency(drawn, call.latency(tokens, chance.share(line, request, Purpose.FIRST_TOKEN)));
        } else {
            drawn.count(Measure.UNKNOWN_TOKENS);
            drawn.count(Measure.UNKNOWN_COSTS);
            // a first token that was measured after the thinking tells the latency all the same
            var answer = new PlanCall.Tokens(0, visible, false);
            latency(drawn, call.latency(answer, chance.share(line, request, Purpose.FIRST_TOKEN)));
        }
        boolean isWrong = isWrong(drawn, chance, request);
        if (errorCost == null || (!isWrong && !isCutOff && drawn.value(Measure.UNKNOWN_ERRORS) > 0)) {
            drawn.count(Measure.UNKNOWN_ERROR_COSTS);
        } else if (isWrong || isCutOff) {
            drawn.set(Measure.ERROR_COST, errorCost);
        }
    }

    private void output(Drawn drawn, PlanCall.Tokens tokens) {
        drawn.set(Measure.THINKING, tokens.thinking());
        drawn.set(Measure.VISIBLE, tokens.visible());
        drawn.set(Measure.CUT_OFFS, tokens.isCutOff() ? 1 : 0);
        call.cost(tokens)
                .ifPresentOrElse(cost -> drawn.set(Measure.COST, cost), () -> drawn.count(Measure.UNKNOWN_COSTS));
        call.gpuMicros(tokens).ifPresent(micros -> drawn.set(Measure.GPU_MICROS, micros));
        call.slotMicros(tokens).ifPresent(micros -> drawn.set(Measure.SLOT_MICROS, micros));
    }

    private void latency(Drawn drawn, OptionalLong worked) {
        OptionalLong millis = recorded.latencyMillis() != null
                ? OptionalLong.of(recorded.latencyMillis())
                : worked.isPresent() ? OptionalLong.of(worked.getAsLong() / MICROS_PER_MILLI) : worked;
        if (deadline == null) {
            drawn.count(Measure.UNKNOWN_DEADLINES);
        } else {
            drawn.tolerance(deadline);
        }
        if (millis.isEmpty()) {
            drawn.count(Measure.UNKNOWN_LATENCIES);
            return;
        }
        drawn.latency(millis.getAsLong());
        if (deadline != null && millis.getAsLong() > deadline) {
            drawn.count(Measure.MISSES);
        }
    }

    private boolean isWrong(Drawn drawn, Chance chance, long request) {
        boolean isWrong;
        if (recorded.correct() != null) {
            isWrong = !recorded.correct();
            drawn.set(Measure.EXPECTED_ERRORS, isWrong ? CERTAIN : 0);
        } else if (estimatedErrors != EstimateSlots.UNKNOWN) {
            isWrong = chance.share(line, request, Purpose.ERROR) < estimatedErrors;
            drawn.set(Measure.EXPECTED_ERRORS, estimatedErrors);
        } else {
            drawn.count(Measure.UNKNOWN_ERRORS);
            return false;
        }
        drawn.set(Measure.ERRORS, isWrong ? 1 : 0);
        return isWrong;
    }
}
