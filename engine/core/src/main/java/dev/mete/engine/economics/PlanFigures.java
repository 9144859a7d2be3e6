package dev.mete.engine.economics;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Figures;
import dev.mete.engine.catalog.Hosting;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.Speed;
import dev.mete.engine.catalog.ThinkingLengths;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.engine.decision.EstimateSlots;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.StandardSlots;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one model at one effort, looked up once for the tasks of a schema, so that an estimate is arithmetic alone: what {@link EstimatePlan}
 * says, written into fields. Immutable, thread-safe.
 */
public final class PlanFigures {
    private final StandardSlots slots;
    private final Model model;
    private final @Nullable Prices prices;
    private final @Nullable Hosting hosting;
    private final @Nullable ThinkingLengths lengths;
    private final @Nullable Speed speed;

    /** How long it thinks where no budget of the plan holds it; null where that is not known, or depends on the plan. */
    private final @Nullable Thinking free;

    private final @Nullable Pace freePace;
    private final boolean takesBudget;

    /** Errors in a million by type and complexity, one more of each for a task that does not tell it. */
    private final int[][] errors;

    /** Whether the catalog has no figure at all. */
    private final boolean isUnknown;

    /** The figures of a model at an effort. */
    public PlanFigures(Model model, Effort effort, TaskSchema schema) {
        Figures figures = model.figures();
        this.slots = schema.standard();
        this.model = model;
        this.prices = figures.prices();
        this.hosting = figures.hosting();
        this.lengths = figures.thinking(effort).orElse(null);
        this.speed = figures.speed(effort).orElse(null);
        this.takesBudget = effort != Effort.NONE && model.takesBudget();
        this.free = lengths == null || takesBudget ? null : new Thinking(lengths, Thinking.UNBOUNDED);
        this.freePace = pace(free);
        this.errors = errors(model, effort, schema);
        this.isUnknown = lengths == null
                && prices == null
                && speed == null
                && figures.errors().of(effort).isEmpty();
    }

    private static int[][] errors(Model model, Effort effort, TaskSchema schema) {
        @Nullable String[] types = words(schema, StandardFeatures.TYPE);
        @Nullable String[] complexities = words(schema, StandardFeatures.COMPLEXITY);
        var rates = model.figures().errors();
        if (rates.of(effort).isEmpty()) {
            return new int[][] {{(int) EstimateSlots.UNKNOWN}};
        }
        return Arrays.stream(types)
                .map(type -> Arrays.stream(complexities)
                        .mapToInt(
                                complexity -> rates.of(effort, type, complexity).orElse((int) EstimateSlots.UNKNOWN))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** The words of a closed type in order, then null for a task without one. */
    private static @Nullable String[] words(TaskSchema schema, String feature) {
        return schema.feature(schema.slot(feature)).type() instanceof FeatureType.OneOf(var values, var _)
                ? Arrays.copyOf(values.toArray(String[]::new), values.size() + 1)
                : new String[1];
    }

    /** What a plan comes to for a task. */
    public void estimate(Task task, long cap, long budget, EstimateSlots into) {
        into.clear();
        if (isUnknown) {
            return;
        }
        Thinking thinking = free != null || lengths == null ? free : new Thinking(lengths, budget);
        Pace pace = takesBudget ? pace(thinking) : freePace;
        long input = task.number(slots.input());
        long visible = task.number(slots.output());
        long thought = EstimateSlots.UNKNOWN;
        long answer = EstimateSlots.UNKNOWN;
        if (thinking != null) {
            long all = visible >= cap ? cap : visible + thinking.meanUpTo(cap - visible);
            thought = Math.min(all, thinking.meanUpTo(cap));
            answer = all - thought;
            into.tokens(thought, answer);
            into.cutOff(thinking.longerThan(cap - visible));
            if (hosting != null) {
                into.gpuMicros(hosting.gpuMicros(input, all));
            }
        }
        if (prices != null) {
            TokenPrices token = prices.at(input);
            long prompt = promptCost(token, task);
            into.cost(
                    thinking == null ? EstimateSlots.UNKNOWN : prompt + EstimatePlan.outputCost(token, thought, answer),
                    prompt + cap * token.dearestOutput());
        }
        if (pace != null) {
            long mean = thinking == null ? Math.min(visible, cap) : thought + answer;
            into.latency(pace.mean(mean), pace.median(visible, cap), pace.slow(visible, cap));
        }
        into.errors(
                errors[place(task, slots.type(), errors.length)][place(task, slots.complexity(), errors[0].length)]);
    }

    /** What the prompt costs in pico-dollars. */
    public long promptCost(TokenPrices token, Task task) {
        long input = task.number(slots.input());
        long cached = Math.min(input, task.number(slots.cached()));
        String previous = task.text(slots.previous());
        boolean stays = previous.isEmpty() || previous.equals(model.id()) || previous.equals(model.name());
        return (input - cached) * token.input() + cached * (stays ? token.cachedInput() : token.cacheWrite());
    }

    private @Nullable Pace pace(@Nullable Thinking thinking) {
        if (speed == null) {
            return null;
        }
        var pace = new Pace(speed, thinking);
        return pace.isKnown() ? pace : null;
    }

    private static int place(Task task, int slot, int places) {
        return places > 1 && task.has(slot) ? (int) task.number(slot) : places - 1;
    }
}
