package dev.mete.engine.economics;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Figures;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.engine.decision.Estimate;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is expected to come to for a task. With R tokens of thinking out of the catalog's quantiles, V visible tokens and a cap of K, the
 * output is min(R + V, K); its price is per token, its latency the time to the first token and for each one after it, and it is cut off where R + V
 * is above K (Zellinger and Thomson, arXiv 2507.03834, with the cap added). Stateless, thread-safe.
 */
public final class EstimatePlan {
    private EstimatePlan() {}

    /** The estimate, with nulls for what the catalog lacks figures for. */
    public static Estimate of(Plan plan, Task task) {
        Model model = plan.model();
        Figures figures = model.figures();
        Optional<Thinking> thinking = thinking(plan);
        Estimate.@Nullable Tokens tokens =
                thinking.map(known -> tokens(known, plan, task)).orElse(null);
        return new Estimate(
                tokens,
                figures.prices() == null ? null : cost(tokens, figures.prices().at(input(task)), plan, task),
                figures.speed(plan.effort())
                        .map(speed -> new Pace(speed, thinking.orElse(null)))
                        .filter(Pace::isKnown)
                        .map(pace -> latency(pace, tokens, plan, task))
                        .orElse(null),
                thinking.map(known -> known.longerThan(plan.tokenCap() - visible(task)))
                        .orElse(null),
                errors(plan, task),
                tokens == null || figures.hosting() == null
                        ? null
                        : (Long) figures.hosting().gpuMicros(input(task), tokens.thinking() + tokens.visible()));
    }

    /** How long a plan thinks, where the catalog says so. */
    static Optional<Thinking> thinking(Plan plan) {
        return plan.model().figures().thinking(plan.effort()).map(lengths -> new Thinking(lengths, budget(plan)));
    }

    private static long budget(Plan plan) {
        return plan.effort() != Effort.NONE && plan.model().takesBudget() ? plan.thinkingTokens() : Thinking.UNBOUNDED;
    }

    /** Thinking comes first, so that a cap cuts the answer off before it cuts the thinking. */
    private static Estimate.Tokens tokens(Thinking thinking, Plan plan, Task task) {
        long cap = plan.tokenCap();
        long visible = visible(task);
        long all = visible >= cap ? cap : visible + thinking.meanUpTo(cap - visible);
        long thought = Math.min(all, thinking.meanUpTo(cap));
        return new Estimate.Tokens(thought, all - thought);
    }

    private static Estimate.Cost cost(Estimate.@Nullable Tokens tokens, TokenPrices prices, Plan plan, Task task) {
        long prompt = inputCost(prices, plan.model(), task);
        return new Estimate.Cost(
                tokens == null ? null : (Long) (prompt + outputCost(prices, tokens.thinking(), tokens.visible())),
                prompt + plan.tokenCap() * prices.dearestOutput());
    }

    /** What the prompt costs in pico-dollars: what is cached for another model has to be cached again for this one. */
    public static long inputCost(TokenPrices prices, Model model, Task task) {
        long input = input(task);
        long cached = Math.min(input, task.number(task.schema().standard().cached()));
        String previous = task.text(task.schema().standard().previous());
        boolean stays = previous.isEmpty() || previous.equals(model.id()) || previous.equals(model.name());
        return (input - cached) * prices.input() + cached * (stays ? prices.cachedInput() : prices.cacheWrite());
    }

    /** What an output costs in pico-dollars. */
    static long outputCost(TokenPrices prices, long thinking, long visible) {
        return visible * prices.output() + thinking * prices.reasoning();
    }

    private static Estimate.Latency latency(Pace pace, Estimate.@Nullable Tokens tokens, Plan plan, Task task) {
        long visible = visible(task);
        long cap = plan.tokenCap();
        long mean = tokens == null ? Math.min(visible, cap) : tokens.thinking() + tokens.visible();
        return new Estimate.Latency(pace.mean(mean), pace.median(visible, cap), pace.slow(visible, cap));
    }

    private static @Nullable Integer errors(Plan plan, Task task) {
        var rate = plan.model()
                .figures()
                .errors()
                .of(plan.effort(), word(StandardFeatures.TYPE, task), word(StandardFeatures.COMPLEXITY, task));
        return rate.isPresent() ? (Integer) rate.getAsInt() : null;
    }

    private static @Nullable String word(String feature, Task task) {
        int slot = task.schema().slot(feature);
        Value value = task.value(slot);
        return value == null ? null : task.schema().feature(slot).type().format(value);
    }

    private static long input(Task task) {
        return task.number(task.schema().standard().input());
    }

    private static long visible(Task task) {
        return task.number(task.schema().standard().output());
    }
}
