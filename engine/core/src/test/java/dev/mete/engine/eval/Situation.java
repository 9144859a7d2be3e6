package dev.mete.engine.eval;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Thinking;
import dev.mete.engine.catalog.Thinking.Budget;
import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.sample.Ask;
import dev.mete.engine.sample.Models;
import dev.mete.engine.sample.PolicyDraft;
import dev.mete.engine.sample.Tasks;
import dev.mete.engine.sample.Words;
import dev.mete.engine.task.Task;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * What steps 4 and 5 start from. Sizes are drawn so that windows, limits and answers get in each other's way.
 *
 * @param plans the rule's plan, then its fallbacks
 * @param others models that the rule does not name
 * @param limits each holds; the name of a limit is its place
 */
record Situation(List<PlanIr> plans, List<Model> others, List<Bound> limits, long input, long output) {
    PolicyIr ir() {
        var draft = new PolicyDraft()
                .otherwise(plans.getFirst(), plans.stream().skip(1).toArray(PlanIr[]::new));
        others.forEach(draft::model);
        for (int i = 0; i < limits.size(); i++) {
            draft.limit("limit " + i, limits.get(i));
        }
        return draft.ir();
    }

    Outcome outcome() {
        var ir = ir();
        return new Evaluator(ir, NativeEngine.NAME).decide(task(ir));
    }

    Task task(PolicyIr ir) {
        return Tasks.lengths(ir.schema(), input, output);
    }

    Situation with(List<Bound> otherLimits) {
        return new Situation(plans, others, otherLimits, input, output);
    }

    Situation with(Bound limit) {
        var more = new ArrayList<>(limits);
        more.add(limit);
        return with(more);
    }

    /** The rule's own plan alone. */
    Situation single() {
        return new Situation(plans.subList(0, 1), List.of(), limits, input, output);
    }

    static Arbitrary<Situation> any() {
        return Combinators.combine(
                        models().list().ofSize(4),
                        asks().list().ofMinSize(1).ofMaxSize(3),
                        anyLimit().list().ofMaxSize(5),
                        Arbitraries.longs().between(0, 20_000),
                        Arbitraries.longs().between(0, 6_000))
                .as((shapes, asks, limits, input, output) -> {
                    var models = new ArrayList<Model>();
                    for (int i = 0; i < shapes.size(); i++) {
                        models.add(shapes.get(i).apply("acme/model-" + i));
                    }
                    var plans = asks.stream().map(ask -> ask.of(models)).toList();
                    return new Situation(plans, models.subList(2, 4), limits, input, output);
                })
                .withoutEdgeCases();
    }

    static Arbitrary<Bound> anyLimit() {
        return Arbitraries.oneOf(
                Arbitraries.of(Effort.class).map(Bound.EffortAtMost::new),
                Arbitraries.longs().between(0, 12_000).map(most -> new Bound.ThinkingAtMost(quantity(most))),
                Arbitraries.longs().between(1, 12_000).map(most -> new Bound.CapAtMost(quantity(most))),
                Arbitraries.longs().between(1, 60_000).map(most -> new Bound.TimeoutAtMost(quantity(most))));
    }

    private record Asking(
            int model,
            Effort effort,
            @Nullable Long thinking,
            @Nullable Long cap,
            @Nullable Long timeout) {
        PlanIr of(List<Model> models) {
            return Ask.of(models.get(model), effort)
                    .thinking(nullable(thinking))
                    .cap(nullable(cap))
                    .timeout(nullable(timeout))
                    .plan();
        }
    }

    private static Arbitrary<Asking> asks() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(Effort.class),
                        Arbitraries.longs().between(1, 20_000).injectNull(0.5),
                        Arbitraries.longs().between(1, 24_000).injectNull(0.5),
                        Arbitraries.longs().between(1, 60_000).injectNull(0.5))
                .as(Asking::new);
    }

    /** Models that have no id yet. */
    private static Arbitrary<Function<String, Model>> models() {
        return Combinators.combine(
                        thinking().injectNull(0.2),
                        Arbitraries.longs().between(1_000, 30_000),
                        Arbitraries.longs().between(500, 20_000))
                .as((thinking, window, output) -> id -> Models.sized(Models.of(id, thinking), window, output));
    }

    private static Arbitrary<Thinking> thinking() {
        Arbitrary<Set<Effort>> levels =
                Arbitraries.of(EnumSet.range(Effort.MINIMAL, Effort.MAX)).set().ofMaxSize(5);
        Arbitrary<Budget> budgets = Combinators.combine(
                        Arbitraries.longs().between(0, 3_000),
                        Arbitraries.longs().between(0, 12_000))
                .as((least, more) -> new Budget(least, least + more));
        return Combinators.combine(levels, budgets.injectNull(0.4), Arbitraries.of(true, false))
                .as((some, budget, canBeOff) ->
                        new Thinking(some.isEmpty() && budget == null ? Set.of(Effort.HIGH) : some, budget, canBeOff));
    }

    private static @Nullable Quantity nullable(@Nullable Long number) {
        return number == null ? null : quantity(number);
    }

    private static Quantity quantity(long number) {
        return Quantity.fixed(number, Words.span(Long.toString(number)));
    }
}
