package dev.mete.simulate.advise;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the log says. Immutable.
 *
 * @param plan the model and effort that it is about
 * @param other the model and effort that it is compared with
 * @param calls that it rests on
 * @param money dollars over the log, with their interval; null where the finding is not about money
 * @param says one sentence
 * @param because what was measured
 */
public record Finding(
        Kind kind,
        String rule,
        String plan,
        @Nullable String other,
        long calls,
        @Nullable Span money,
        @Nullable Span perDay,
        @Nullable Span perYear,
        String says,
        List<String> because) {
    private static final int DAYS = 365;

    /** What a finding is about. */
    public enum Kind {
        /** Effort that can go down; the money is saved. */
        LOWER(true),
        /** Answers that the cap ended; the money was spent on them. */
        CUT_OFF(true),
        /** Answers that came too late, or can; the money was spent on them. */
        DEADLINE(true),
        /** A cap that never binds: what a call can cost at worst goes down, not what it costs. */
        LOOSE_CAP(true),
        /** Thinking that pays. */
        PAYS(false),
        /** A comparison that the log does not settle. */
        UNSETTLED(false),
        /** Effort that the log has nothing to compare with. */
        ALONE(false);

        private final boolean isAdvice;

        Kind(boolean isAdvice) {
            this.isAdvice = isAdvice;
        }

        /** Whether something is to be done. */
        public boolean isAdvice() {
            return isAdvice;
        }
    }

    public Finding {
        because = List.copyOf(because);
    }

    static Finding of(
            Kind kind, Group group, @Nullable Group other, @Nullable Span money, String says, List<String> because) {
        String plan = other == null ? null : other.key.plan();
        long calls = group.calls + (other == null ? 0 : other.calls);
        return new Finding(kind, group.key.rule(), group.key.plan(), plan, calls, money, null, null, says, because);
    }

    /** The same with the money of a day and a year, where a day is so much of the log. */
    Finding atRate(@Nullable Double day) {
        if (money == null || day == null) {
            return this;
        }
        return new Finding(
                kind, rule, plan, other, calls, money, money.times(day), money.times(day * DAYS), says, because);
    }

    /** What findings are ranked by. */
    BigDecimal rank() {
        return money == null ? BigDecimal.ZERO : money.estimate();
    }
}
