package dev.mete.simulate.run;

import dev.mete.simulate.report.Comparison.Change;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;

/** The requests that two contenders decide differently, by pairs of rules and plans. Not thread-safe. */
final class Changes {
    private static final int MOST_PAIRS = 1_000;
    private static final Pair OTHERS = new Pair("others", "", "others", "");

    private final int seeds;
    private final Told<Pair, Changed> changed;

    /** Where the costs of requests go that get the same model and effort. */
    private final Changed unchanged = new Changed();

    Changes(int seeds) {
        this(seeds, new Told<>(new FirstNames<>(MOST_PAIRS), OTHERS, Changed::new, Changed::add));
    }

    private Changes(int seeds, Told<Pair, Changed> changed) {
        this.seeds = seeds;
        this.changed = changed;
    }

    /** Changes of other lines of the same traffic. */
    Changes part() {
        return new Changes(seeds, changed.part());
    }

    /** Ends a block; what it returns adds to these changes what waited for its end. */
    Runnable endBlock(Changes part) {
        var ended = part.changed.endBlock();
        return ended.isEmpty() ? Nothing.TO_DO : () -> changed.add(ended);
    }

    /** Adds all of a part. */
    void add(Changes part) {
        changed.add(part.changed);
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

        private void add(Changed other) {
            before.add(other.before);
            after.add(other.after);
            requests += other.requests;
            isUnknown |= other.isUnknown;
        }

        private void add(ExactSum sum, Drawn drawn, long times) {
            sum.add(drawn.value(Measure.COST), times);
            isUnknown |= drawn.value(Measure.UNKNOWN_COSTS) > 0;
        }
    }

    /** Counts requests that both decide, and says where their costs go; those that get the same model and effort are not told. */
    Changed count(Choice.Sends before, Choice.Sends after, long requests) {
        if (before.planName().equals(after.planName())) {
            return unchanged;
        }
        Changed found = changed.of(new Pair(before.rule(), before.planName(), after.rule(), after.planName()));
        found.requests += requests;
        return found;
    }

    /** How many requests get another model or effort. */
    long requests() {
        return changed.all().values().stream().mapToLong(pair -> pair.requests).sum();
    }

    List<Change> all() {
        return changed.all().entrySet().stream()
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
