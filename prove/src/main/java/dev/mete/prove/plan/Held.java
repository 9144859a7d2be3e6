package dev.mete.prove.plan;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.Quantity;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Space;
import dev.mete.prove.space.Translate;
import dev.mete.prove.space.Whole;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a policy's limits hold plans to: {@link #NONE} where no limit does. Immutable.
 *
 * @param efforts the most effort, and where it is the most
 * @param isCostHeld where a limit holds the cost
 */
record Held(List<Ceiling> efforts, Whole thinking, Whole cap, Whole cost, Formula isCostHeld, Whole timeout) {
    /** What stands for no bound. */
    static final long NONE = Long.MAX_VALUE;

    /** The most effort. */
    record Ceiling(Effort most, Formula when) {}

    static Held of(List<LimitIr> limits, Translate translate, Space space) {
        var efforts = new EnumMap<Effort, List<Formula>>(Effort.class);
        var thinking = new ArrayList<Whole>(List.of(Whole.of(NONE)));
        var cap = new ArrayList<Whole>(List.of(Whole.of(NONE)));
        var cost = new ArrayList<Whole>(List.of(Whole.of(NONE)));
        var timeout = new ArrayList<Whole>(List.of(Whole.of(NONE)));
        var costs = new ArrayList<Formula>();
        for (LimitIr limit : limits) {
            Formula when = translate.formula(limit.when());
            switch (limit.bound()) {
                case Bound.EffortAtMost(Effort most) ->
                    efforts.computeIfAbsent(most, _ -> new ArrayList<>()).add(when);
                case Bound.ThinkingAtMost(var tokens) -> thinking.add(bound(translate, space, limit, tokens, null));
                case Bound.CapAtMost(var tokens) -> cap.add(bound(translate, space, limit, tokens, 1L));
                case Bound.CostAtMost(var nanos) -> {
                    costs.add(when);
                    cost.add(bound(translate, space, limit, nanos, 0L));
                }
                case Bound.TimeoutAtMost(var millis) -> timeout.add(bound(translate, space, limit, millis, 1L));
            }
        }
        return new Held(
                ceilings(efforts, space),
                Whole.least(thinking.toArray(Whole[]::new)),
                Whole.least(cap.toArray(Whole[]::new)),
                Whole.least(cost.toArray(Whole[]::new)),
                Formula.any(costs),
                Whole.least(timeout.toArray(Whole[]::new)));
    }

    private static Whole bound(
            Translate translate, Space space, LimitIr limit, Quantity quantity, @Nullable Long least) {
        Formula when = translate.formula(limit.when());
        Whole number = translate.whole(quantity);
        return Whole.where(
                when,
                space.not(when),
                least == null ? number : Whole.greatest(Whole.of(least), number),
                Whole.of(NONE));
    }

    /** The lowest effort of the limits that hold: each level where one of its limits holds and none of a lower level's. */
    private static List<Ceiling> ceilings(Map<Effort, List<Formula>> efforts, Space space) {
        var ceilings = new ArrayList<Ceiling>();
        var noneLower = new ArrayList<Formula>();
        efforts.forEach((most, when) -> {
            var here = new ArrayList<>(noneLower);
            here.add(Formula.any(when));
            ceilings.add(new Ceiling(most, Formula.all(here)));
            when.forEach(holds -> noneLower.add(space.not(holds)));
        });
        ceilings.add(new Ceiling(Effort.MAX, Formula.all(noneLower)));
        return List.copyOf(ceilings);
    }
}
