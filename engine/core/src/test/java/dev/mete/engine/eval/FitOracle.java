package dev.mete.engine.eval;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.LimitIr.Bound;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Step 5 once more, written from the language's text and from nothing else, for the tests to compare with. */
final class FitOracle {
    private final long input;
    private final long answer;
    private final List<Bound> limits;

    FitOracle(long input, long output, List<Bound> limits) {
        this.input = input;
        this.answer = Math.max(output, 1);
        this.limits = limits;
    }

    /** What comes of a plan on a model, or nothing where the model is passed over. */
    Optional<Plan> plan(Model model, PlanIr asked) {
        if (input + answer > model.contextWindow()) {
            return Optional.empty();
        }
        return levels(model, asked.effort()).stream()
                .flatMap(effort -> at(effort, model, asked).stream())
                .findFirst();
    }

    /** The levels to try: the nearest lower one and those below it, else the nearest higher one, and never one above a limit. */
    private List<Effort> levels(Model model, Effort asked) {
        Effort most = limits.stream()
                .filter(Bound.EffortAtMost.class::isInstance)
                .map(limit -> ((Bound.EffortAtMost) limit).effort())
                .min(Comparator.naturalOrder())
                .orElse(Effort.MAX);
        Effort wanted = Stream.of(asked, most).min(Comparator.naturalOrder()).orElseThrow();
        var has = has(model);
        var lower = has.stream().filter(level -> level.compareTo(wanted) <= 0).toList();
        return lower.isEmpty()
                ? has.stream()
                        .limit(1)
                        .filter(level -> level.compareTo(most) <= 0)
                        .toList()
                : lower.reversed();
    }

    private static List<Effort> has(Model model) {
        var thinking = model.thinking();
        var has = new ArrayList<Effort>();
        for (Effort level : Effort.values()) {
            boolean isThere = level == Effort.NONE
                    ? thinking == null || thinking.canBeOff()
                    : thinking != null
                            && (thinking.levels().contains(level)
                                    || thinking.levels().isEmpty());
            if (isThere) {
                has.add(level);
            }
        }
        return has;
    }

    /** The plan at a level, unless it is doomed: cut off before its visible answer, or left less than the smallest useful budget. */
    private Optional<Plan> at(Effort effort, Model model, PlanIr asked) {
        long budget = effort == Effort.NONE ? 0 : budget(effort, model, asked);
        long room = Math.max(256, 4 * answer);
        long cap = least(
                LongStream.of(
                        model.outputLimit(),
                        model.contextWindow() - input,
                        asked.cap() == null ? budget + room : fixed(asked.cap())),
                Bound.CapAtMost.class);
        long timeout = least(
                LongStream.of(asked.timeout() == null ? Long.MAX_VALUE : fixed(asked.timeout())),
                Bound.TimeoutAtMost.class);
        long thinking = effort == Effort.NONE ? 0 : Math.min(budget, cap - answer);
        if (effort != Effort.NONE && thinking < useful(effort, model, asked.thinking())) {
            return Optional.empty();
        }
        return Optional.of(new Plan(model, effort, cap, thinking, timeout == Long.MAX_VALUE ? 0 : timeout));
    }

    private long budget(Effort effort, Model model, PlanIr asked) {
        long usual = Math.max(4 * effort.thinkingFloor(), floor(effort, model));
        long wanted;
        if (asked.thinking() == null) {
            wanted = usual;
        } else if (effort.ordinal() >= asked.effort().ordinal()) {
            wanted = fixed(asked.thinking());
        } else {
            wanted = Math.min(usual, fixed(asked.thinking()));
        }
        return least(LongStream.of(wanted, model.outputLimit(), mostBudget(model)), Bound.ThinkingAtMost.class);
    }

    private static long useful(Effort effort, Model model, @Nullable Quantity asked) {
        long floor = floor(effort, model);
        return asked != null && fixed(asked) < floor ? Math.max(fixed(asked), leastBudget(model)) : floor;
    }

    private static long floor(Effort effort, Model model) {
        return Math.max(leastBudget(model), Math.min(mostBudget(model), effort.thinkingFloor()));
    }

    private static long leastBudget(Model model) {
        var thinking = model.thinking();
        return thinking == null || thinking.budget() == null
                ? 0
                : thinking.budget().least();
    }

    private static long mostBudget(Model model) {
        var thinking = model.thinking();
        return thinking == null || thinking.budget() == null
                ? Long.MAX_VALUE
                : thinking.budget().most();
    }

    private long least(LongStream numbers, Class<? extends Bound> dimension) {
        var bounds = limits.stream().filter(dimension::isInstance).mapToLong(FitOracle::number);
        return LongStream.concat(numbers, bounds).min().orElseThrow();
    }

    /** A limit as a number; of an effort, its place. */
    static long number(Bound bound) {
        return switch (bound) {
            case Bound.EffortAtMost(Effort effort) -> effort.ordinal();
            case Bound.ThinkingAtMost(Quantity tokens) -> fixed(tokens);
            case Bound.CapAtMost(Quantity tokens) -> fixed(tokens);
            case Bound.CostAtMost(Quantity nanos) -> fixed(nanos);
            case Bound.TimeoutAtMost(Quantity millis) -> fixed(millis);
        };
    }

    private static long fixed(Quantity quantity) {
        return ((Amount.Fixed) quantity.numerator()).number();
    }
}
