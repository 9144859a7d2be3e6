package dev.mete.simulate.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two contenders side by side. Immutable.
 *
 * @param before the name of the one that the other is compared with
 * @param savedDollars how much less the other costs; negative where it costs more; null where a cost is unknown or the two answer unequally many
 * @param savedPercent of what the first costs, to one digit; null with the dollars, and where the first costs nothing
 * @param savedPerYear null with the dollars, and where nothing says how many requests a day there are
 * @param savedErrors how many fewer answers are wrong; null where that is unknown of a request or the two answer unequally many
 * @param savedMisses how many fewer answers come later than their callers wait; likewise
 * @param savedCutOffs how many fewer answers a cap cuts off; likewise
 * @param changed requests that get another model or effort; null where that was not asked for
 * @param changes by pairs of rules, the most money first; empty where that was not asked for
 */
public record Comparison(
        String before,
        String after,
        @Nullable Interval savedDollars,
        @Nullable BigDecimal savedPercent,
        @Nullable BigDecimal savedPerYear,
        @Nullable Interval savedErrors,
        @Nullable Interval savedMisses,
        @Nullable Interval savedCutOffs,
        @Nullable Long changed,
        List<Change> changes) {
    /**
     * Requests that one rule decided before and another after.
     *
     * @param planBefore model and effort
     * @param savedDollars how much less they cost; null where a cost is unknown
     */
    public record Change(
            String ruleBefore,
            String planBefore,
            String ruleAfter,
            String planAfter,
            long requests,
            @Nullable BigDecimal savedDollars) {}

    public Comparison {
        changes = List.copyOf(changes);
    }
}
