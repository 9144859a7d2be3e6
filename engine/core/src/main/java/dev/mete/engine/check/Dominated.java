package dev.mete.engine.check;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.economics.Dominance;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.Quantity;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which plans are never better than which others. Remembers, since the same few plans are compared in rule after rule. Not thread-safe. */
final class Dominated {
    /** More are not remembered, so that no policy takes up the memory. */
    private static final int MOST_REMEMBERED = 100_000;

    private final Map<Pair, Boolean> known = new HashMap<>();

    /** What a plan's figures depend on. */
    private record Asked(
            String model, Effort effort, @Nullable Amount thinking, long divisor) {
        static Asked of(PlanIr plan) {
            Quantity thinking = plan.thinking();
            return new Asked(
                    plan.model().model().id(),
                    plan.effort(),
                    thinking == null ? null : thinking.numerator(),
                    thinking == null ? 1 : thinking.divisor());
        }
    }

    private record Pair(Asked plan, Asked by) {}

    boolean isDominated(PlanIr plan, PlanIr by) {
        var pair = new Pair(Asked.of(plan), Asked.of(by));
        if (pair.plan.equals(pair.by)) {
            return false;
        }
        Boolean found = known.get(pair);
        if (found == null) {
            found = Dominance.isDominated(plan, by);
            if (known.size() < MOST_REMEMBERED) {
                known.put(pair, found);
            }
        }
        return found;
    }
}
