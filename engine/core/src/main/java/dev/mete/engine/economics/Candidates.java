package dev.mete.engine.economics;

import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.CandidateIr;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.Goal;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.WaitingIr;
import dev.mete.engine.ir.Worth;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.StandardFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes several plans into a choice. What {@code best of} compares is the expected loss in femto-dollars (10<sup>-15</sup> of a dollar): pico-dollars
 * of price, nano-dollars a second of waiting times microseconds, nano-dollars of an error times its millionths; so every factor is whole.
 */
public final class Candidates {
    private static final long FEMTOS_PER_PICO = 1_000;

    private final List<Feature> features;
    private final List<WaitingIr> waiting;
    private final Weigh weigh;

    /** For the plans of one policy. */
    public Candidates(List<Feature> features, List<WaitingIr> waiting) {
        this.features = List.copyOf(features);
        this.waiting = List.copyOf(waiting);
        this.weigh = new Weigh(features);
    }

    /**
     * The choice among plans. Where the catalog lacks a figure that it needs, the choice is there all the same, for the checker to refuse.
     *
     * @param where what a candidate has to satisfy, given its plan and its figures
     */
    public ChoiceIr.Several choice(
            Goal goal, List<PlanIr> plans, BiFunction<PlanIr, Worth, Condition> where, Span span) {
        return new ChoiceIr.Several(
                goal,
                plans.stream()
                        .map(plan -> {
                            Worth worth = weigh.worth(plan);
                            return new CandidateIr(plan, where.apply(plan, worth), worth, value(goal, worth));
                        })
                        .toList(),
                span);
    }

    private Amount value(Goal goal, Worth worth) {
        return switch (goal) {
            case CHEAPEST -> known(worth.cost());
            case FASTEST -> known(worth.slowLatency());
            case BEST -> loss(worth);
        };
    }

    private Amount loss(Worth worth) {
        var terms = new ArrayList<Amount>();
        terms.add(new Amount.Times(FEMTOS_PER_PICO, known(worth.cost())));
        if (!waiting.isEmpty()) {
            terms.add(new Amount.Case(
                    waiting.stream()
                            .map(line -> new Amount.Branch(
                                    line.when(), new Amount.Times(line.nanosPerSecond(), known(worth.latency()))))
                            .toList(),
                    new Amount.Fixed(0)));
        }
        terms.add(errors(known(worth.errors())));
        return new Amount.Sum(terms);
    }

    /** The cost of an error times its probability, a fixed factor in each case. */
    private Amount errors(Amount perMillion) {
        return switch (perMillion) {
            case Amount.Fixed(long factor) -> new Amount.Times(factor, errorCost());
            case Amount.Case(var branches, var otherwise) ->
                new Amount.Case(
                        branches.stream()
                                .map(branch -> new Amount.Branch(branch.when(), errors(branch.amount())))
                                .toList(),
                        errors(otherwise));
            case Amount.Slot _, Amount.Sum _, Amount.Times _, Amount.Least _, Amount.Greatest _ ->
                throw new IllegalStateException("a probability is fixed in each case");
        };
    }

    private Amount errorCost() {
        int slot = features.stream().map(Feature::name).toList().indexOf(StandardFeatures.ERROR_COST);
        return new Amount.Slot(slot);
    }

    private static Amount known(@Nullable Amount amount) {
        return amount == null ? new Amount.Fixed(0) : amount;
    }
}
