package dev.mete.simulate.run;

import dev.mete.simulate.report.Comparison.Change;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The requests that two contenders decide differently, by pairs of rules and plans. Not thread-safe. */
final class Changes {
    private static final int MOST_PAIRS = 1_000;
    private static final Pair OTHERS = new Pair("others", "", "others", "");

    private final int seeds;
    private final Map<Pair, Changed> changed = new LinkedHashMap<>();

    Changes(int seeds) {
        this.seeds = seeds;
    }

    private record Pair(String ruleBefore, String planBefore, String ruleAfter, String planAfter) {}

    /** What one pair of rules comes to; the sums are over all seeds. */
    static final class Changed {
        private final ExactSum before = new ExactSum();
        private final ExactSum after = new ExactSum();
        private long requests;
        private boolean isUnknown;

        void before(Drawn drawn, long times) {
            add(before, drawn, times);
        }

        void after(Drawn drawn, long times) {
            add(after, drawn, times);
        }

        private void add(ExactSum sum, Drawn drawn, long times) {
            sum.add(drawn.value(Measure.COST), times);
            isUnknown |= drawn.value(Measure.UNKNOWN_COSTS) > 0;
        }
    }

    /** Counts requests that both decide, and says where their costs go; those that get the same model and effort are not told. */
    Changed count(Choice.Sends before, Choice.Sends after, long requests) {
        if (before.planName().equals(after.planName())) {
            return new Changed();
        }
        var pair = new Pair(before.rule(), before.planName(), after.rule(), after.planName());
        boolean isTold = changed.containsKey(pair) || changed.size() < MOST_PAIRS;
        Changed found = changed.computeIfAbsent(isTold ? pair : OTHERS, _ -> new Changed());
        found.requests += requests;
        return found;
    }

    /** How many requests get another model or effort. */
    long requests() {
        return changed.values().stream().mapToLong(pair -> pair.requests).sum();
    }

    List<Change> all() {
        return changed.entrySet().stream()
                .map(entry -> change(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Changes::size)
                        .thenComparingLong(Change::requests)
                        .reversed())
                .toList();
    }

    /** The money that a change moves, in either direction; what is not known comes last. */
    private static BigDecimal size(Change change) {
        return change.savedDollars() == null
                ? BigDecimal.ONE.negate()
                : change.savedDollars().abs();
    }

    private Change change(Pair pair, Changed costs) {
        var saved = new BigDecimal(costs.before.value().subtract(costs.after.value()), 12)
                .divide(BigDecimal.valueOf(seeds), MathContext.DECIMAL128);
        return new Change(
                pair.ruleBefore(),
                pair.planBefore(),
                pair.ruleAfter(),
                pair.planAfter(),
                costs.requests,
                costs.isUnknown ? null : StudentT.rounded(saved, Tally.DOLLAR_DIGITS));
    }
}
