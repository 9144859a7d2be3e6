package dev.mete.simulate.advise;

import dev.mete.engine.catalog.Effort;
import dev.mete.simulate.advise.Finding.Kind;
import dev.mete.simulate.report.FigureText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares, within a rule, the calls at each plan with those at the next cheaper one. */
final class CompareEfforts {
    /** Below it the normal law of means does not hold. */
    static final long FEWEST = 30;

    /** Standard deviations by which the inputs of two groups may differ and still be the same kind of task (Imbens and Rubin, 2015). */
    private static final double ALIKE = 0.25;

    private static final double CENT = 0.01;
    private static final double MOST_CALLS = 1e8;
    private static final double MOST_TIMES = 20;

    private final double margin;
    private final double alpha;

    /**
     * What the comparisons go by.
     *
     * @param margin the share of additional failures that counts as no loss
     * @param alpha of each comparison
     */
    CompareEfforts(double margin, double alpha) {
        this.margin = margin;
        this.alpha = alpha;
    }

    /** Two groups that can be compared. */
    record Pair(Group dear, Group cheap) {
        boolean isJudged() {
            return dear.judged >= FEWEST && cheap.judged >= FEWEST;
        }

        boolean isPriced() {
            return dear.cost.count() >= FEWEST && cheap.cost.count() >= FEWEST;
        }

        boolean tellsErrorCost() {
            return dear.errorCost.count() == dear.calls
                    && cheap.errorCost.count() == cheap.calls
                    && dear.loss.count() >= FEWEST
                    && cheap.loss.count() >= FEWEST;
        }

        /** What an error costs on average, over the tasks of both. */
        double errorCost() {
            double calls = dear.errorCost.count() + cheap.errorCost.count();
            return (dear.errorCost.mean() * dear.errorCost.count() + cheap.errorCost.mean() * cheap.errorCost.count())
                    / calls;
        }

        /** In what their tasks differ, so that a difference in failures need not come from the plans; null where nothing shows it. */
        @Nullable
        String difference() {
            if (unlikeness(dear.inputs, cheap.inputs) > ALIKE) {
                return "the inputs are not equally long";
            }
            if (unlikeness(dear.errorCost, cheap.errorCost) > ALIKE) {
                return "their errors do not cost the same";
            }
            if (dear.types.differ(cheap.types, ALIKE)) {
                return "they are of other types";
            }
            return dear.complexities.differ(cheap.complexities, ALIKE) ? "they are not equally complex" : null;
        }

        /** How far two means are apart, in standard deviations. */
        private static double unlikeness(Moments first, Moments second) {
            double deviation = Math.sqrt((first.variance() + second.variance()) / 2);
            double apart = Math.abs(first.mean() - second.mean());
            return apart == 0 ? 0 : deviation == 0 ? Double.POSITIVE_INFINITY : apart / deviation;
        }
    }

    /** The groups of a rule as pairs, the dearest first. */
    static List<Pair> pairs(List<Group> ofRule) {
        List<Group> ordered = ofRule.stream()
                .sorted(Comparator.comparingDouble((Group group) -> group.cost.mean())
                        .thenComparing(group -> group.key.effort())
                        .reversed())
                .toList();
        var pairs = new ArrayList<Pair>();
        for (int place = 1; place < ordered.size(); place++) {
            pairs.add(new Pair(ordered.get(place - 1), ordered.get(place)));
        }
        return pairs;
    }

    Finding compare(Pair pair) {
        Group dear = pair.dear();
        Group cheap = pair.cheap();
        if (!pair.isPriced() || !pair.isJudged()) {
            String what = pair.isJudged() ? "prices or tokens" : "`success`";
            return unsettled(
                    pair, "the log tells %s of fewer than %d calls of one of them".formatted(what, FEWEST), List.of());
        }
        Span loss = cheap.failureShare(alpha).less(dear.failureShare(alpha));
        Span saving = Span.mean(dear.cost, alpha).less(Span.mean(cheap.cost, alpha));
        var because = because(pair, loss, saving);
        String difference = pair.difference();
        if (difference != null) {
            return unsettled(
                    pair, "they were given different tasks: " + difference + "; send a random share lower", because);
        }
        boolean isWeighed = pair.tellsErrorCost();
        double errorCost = isWeighed ? pair.errorCost() : 0;
        Span net = isWeighed ? net(pair, saving.less(loss.times(errorCost))) : saving;
        if (isWeighed) {
            because.add("a wrong answer costs %s on average: with the errors, the cheaper plan comes to %s a call"
                    .formatted(dollars(errorCost), less(net)));
        }
        if (saving.lowest() > 0 && (isWeighed ? net.lowest() > 0 : loss.highest() < margin)) {
            String why = isWeighed
                    ? "it saves more than its additional failures can cost"
                    : "its additional failures are within the margin";
            String says = "%s could go down to %s: %s".formatted(dear.key.plan(), cheap.key.plan(), why);
            return Finding.of(Kind.LOWER, dear, cheap, saving.times((double) dear.calls), says, because);
        }
        if (isWeighed ? net.highest() < 0 : loss.lowest() > 0) {
            return Finding.of(
                    Kind.PAYS,
                    dear,
                    cheap,
                    null,
                    "%s pays over %s".formatted(dear.key.plan(), cheap.key.plan()),
                    because);
        }
        double needed = isWeighed ? needed(pair, net.value()) : needed(pair, loss);
        return unsettled(pair, "the interval is too wide: " + more(pair, needed), because);
    }

    /**
     * How much less the cheaper plan costs with its errors, each at the price of its own task. Its lower end is at most that of the failures times what one
     * costs on average: where few failures are seen, the normal law alone would trust them too far.
     */
    private Span net(Pair pair, Span apart) {
        Span whole = Span.mean(pair.dear().loss, alpha).less(Span.mean(pair.cheap().loss, alpha));
        return Span.of(whole.value(), Math.min(whole.lowest(), apart.lowest()), whole.highest());
    }

    /** A saving in words: so much less, or so much more, with its interval. */
    private static String less(Span saving) {
        boolean isMore = saving.value() < 0;
        Span shown = isMore ? saving.times(-1) : saving;
        double low = Math.min(shown.lowest(), shown.highest());
        double high = Math.max(shown.lowest(), shown.highest());
        return dollars(shown.value())
                + (isMore ? " more" : " less")
                + (low < high ? " (" + dollars(low) + " to " + dollars(high) + ")" : "");
    }

    private static Finding unsettled(Pair pair, String why, List<String> because) {
        String says = "nothing follows for %s and %s: %s"
                .formatted(pair.dear().key.plan(), pair.cheap().key.plan(), why);
        return Finding.of(Kind.UNSETTLED, pair.dear(), pair.cheap(), null, says, because);
    }

    private static List<String> because(Pair pair, Span loss, Span saving) {
        var because = new ArrayList<String>();
        for (Group group : List.of(pair.dear(), pair.cheap())) {
            String latency = group.latency.count() == 0
                    ? "; how long they took is not told"
                    : " and " + FigureText.millis(Math.round(group.latency.mean())) + " a call on average";
            because.add("%s: %s calls, %s of %s failed (%s %%), %s%s"
                    .formatted(
                            group.key.plan(),
                            FigureText.count(group.calls),
                            FigureText.count(group.failures),
                            FigureText.count(group.judged),
                            points(group.failures * 1.0 / group.judged),
                            dollars(group.cost.mean()) + (group.latency.count() == 0 ? " a call on average" : ""),
                            latency));
        }
        boolean isBetter = loss.value() < 0;
        Span shown = isBetter ? loss.times(-1) : loss;
        because.add("the cheaper plan fails %s points %s (%s to %s) and costs %s a call"
                .formatted(
                        points(shown.value()),
                        isBetter ? "less" : "more",
                        points(Math.min(shown.lowest(), shown.highest())),
                        points(Math.max(shown.lowest(), shown.highest())),
                        less(saving)));
        return because;
    }

    /** How many calls of each would tell whether the cheaper plan costs less with its errors. */
    private double needed(Pair pair, double net) {
        double wide = Span.quantile(alpha) / net;
        return wide * wide * (pair.dear().loss.variance() + pair.cheap().loss.variance());
    }

    /** How many calls of each would tell whether the failures are within the margin, or more for sure. */
    private double needed(Pair pair, Span loss) {
        double bar = loss.value() > margin ? 0 : margin;
        return needed(pair.dear().likelyShare(), pair.cheap().likelyShare(), Math.abs(bar - loss.value()));
    }

    private static String more(Pair pair, double needed) {
        if (needed > MOST_CALLS) {
            return "the two are too close for any log to tell";
        }
        long more = Math.max(1, (long) Math.ceil(needed) - Math.min(pair.dear().judged, pair.cheap().judged));
        return "about %s more calls of each would tell, if what was measured so far stays"
                .formatted(FigureText.count(more));
    }

    /** How many calls of each make the interval of a difference as narrow as a gap. */
    private double needed(double first, double second, double gap) {
        double wide = Span.quantile(alpha) / gap;
        return wide * wide * (first * (1 - first) + second * (1 - second));
    }

    /** What to do about a rule that knows one plan only. */
    Finding alone(Group group, Effort lower) {
        double share = group.likelyShare();
        double needed = Math.ceil(needed(share, share, Math.max(margin, CENT / 10)));
        double percent = Math.ceil(100 * needed / group.calls);
        double times = 2 * needed / group.calls;
        String how = percent <= 50
                ? "to find out, send %.0f %% of them to %s at random for as long as this log"
                        .formatted(percent, lower.word())
                : times <= MOST_TIMES
                        ? "to find out, send 50 %% of them to %s at random for %.0f times as long as this log"
                                .formatted(lower.word(), Math.ceil(times))
                        : "too few calls come to find out at a margin of %s points".formatted(points(margin));
        String says = "nothing can be concluded about %s: the rule knows no other effort in this log; %s"
                .formatted(group.key.plan(), how);
        return Finding.of(Kind.ALONE, group, null, null, says, List.of());
    }

    static String dollars(double dollars) {
        return FigureText.dollars(BigDecimal.valueOf(dollars));
    }

    static String points(double share) {
        return BigDecimal.valueOf(share * 100)
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
