package dev.mete.simulate.advise;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.TokenPrices;
import dev.mete.simulate.run.ExactSum;
import java.math.BigDecimal;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The calls that a rule sent to one model at one effort, in constant memory. Not thread-safe. */
final class Group {
    private static final double DOLLARS = 1e-12;
    private static final double NANOS = 1e-9;
    private static final long LONGEST = 100_000_000;

    /** Whose calls they are. */
    record Key(String rule, String model, Effort effort) {
        String plan() {
            return model + " at " + effort.word();
        }
    }

    final Key key;
    final @Nullable Model model;
    final Moments cost = new Moments();
    final Moments latency = new Moments();
    final Moments inputs = new Moments();
    final Moments errorCost = new Moments();
    /** Price and what came of the error together, of calls of which both are known. */
    final Moments loss = new Moments();

    final Kinds types = new Kinds();
    final Kinds complexities = new Kinds();
    final Sum all = new Sum();
    final Sum cutOff = new Sum();
    final Sum late = new Sum();
    final Histogram outputs = new Histogram(LONGEST, 2);
    long calls;
    long judged;
    long failures;
    long capped;
    long aboveHalf;
    long largestCap;
    long timed;
    long deadlines;
    long unmeetable;
    long longestMillis;
    long tightestMillis = Long.MAX_VALUE;

    /** Calls and the exact money that they cost. */
    static final class Sum {
        private final ExactSum pico = new ExactSum();
        private long calls;

        void add(@Nullable Long cost) {
            calls++;
            pico.add(cost == null ? 0 : cost, 1);
        }

        long calls() {
            return calls;
        }

        BigDecimal dollars() {
            return new BigDecimal(pico.value(), 12);
        }
    }

    Group(Key key, @Nullable Model model) {
        this.key = key;
        this.model = model;
    }

    void add(Call call) {
        calls++;
        Long pico = price(call.outcome());
        all.add(pico);
        if (pico != null) {
            cost.add(pico * DOLLARS);
        }
        if (call.outcome().success() != null) {
            judged++;
            failures += call.outcome().success() ? 0 : 1;
        }
        if (call.errorCostNanos() != null) {
            errorCost.add(call.errorCostNanos() * NANOS);
        }
        if (pico != null && call.outcome().success() != null && call.errorCostNanos() != null) {
            loss.add(pico * DOLLARS + (call.outcome().success() ? 0 : call.errorCostNanos() * NANOS));
        }
        types.add(call.kind().type());
        complexities.add(call.kind().complexity());
        if (call.outcome().input() != null) {
            inputs.add(call.outcome().input());
        }
        cap(call, pico);
        time(call, pico);
    }

    private void cap(Call call, @Nullable Long pico) {
        Long output = call.outcome().output();
        if (call.cap() == null || output == null) {
            return;
        }
        capped++;
        largestCap = Math.max(largestCap, call.cap());
        aboveHalf += output * 2 >= call.cap() ? 1 : 0;
        outputs.recordValue(output);
        if (call.isCutOff()) {
            cutOff.add(pico);
        }
    }

    private void time(Call call, @Nullable Long pico) {
        if (call.outcome().latencyMillis() != null) {
            latency.add(call.outcome().latencyMillis());
        }
        Boolean isLate = call.isLate();
        if (isLate != null) {
            timed++;
            if (isLate) {
                late.add(pico);
            }
        }
        if (call.longestMillis() != null && call.toleranceMillis() != null) {
            deadlines++;
            if (call.longestMillis() > call.toleranceMillis()) {
                unmeetable++;
                longestMillis = Math.max(longestMillis, call.longestMillis());
                tightestMillis = Math.min(tightestMillis, call.toleranceMillis());
            }
        }
    }

    /** What the tokens of a call cost, exactly, in pico-dollars; null where the tokens or the prices are unknown. */
    private @Nullable Long price(Call.Outcome outcome) {
        var prices = model == null ? null : model.figures().prices();
        if (prices == null || outcome.input() == null || outcome.output() == null) {
            return null;
        }
        TokenPrices price = prices.at(outcome.input());
        long thinking = outcome.thinking() == null ? 0 : outcome.thinking();
        return (outcome.input() - outcome.cached()) * price.input()
                + outcome.cached() * price.cachedInput()
                + (outcome.output() - thinking) * price.output()
                + thinking * price.reasoning();
    }

    Span failureShare(double alpha) {
        return Span.share(failures, judged, alpha);
    }

    /** A share of failures that is never 0 or 1, for working out how many calls are needed. */
    double likelyShare() {
        return (failures + 1.0) / (judged + 2.0);
    }
}
