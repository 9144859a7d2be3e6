package dev.mete.simulate.advise;

import static dev.mete.simulate.advise.CompareEfforts.points;

import dev.mete.simulate.advise.Finding.Kind;
import dev.mete.simulate.report.FigureText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds caps that cut off too often, and caps that never bind. */
final class FindCaps {
    private static final double TOO_OFTEN = 0.05;
    private static final double RARELY = 0.01;
    private static final double ALPHA = 0.05;
    private static final double P99 = 99;
    private static final double PER_PICO = 1e-12;

    private FindCaps() {}

    static Optional<Finding> of(Group group) {
        if (group.capped == 0) {
            return Optional.empty();
        }
        Span cut = Span.share(group.cutOff.calls(), group.capped, ALPHA);
        if (cut.lowest() > TOO_OFTEN) {
            return Optional.of(tooTight(group, cut));
        }
        Span above = Span.share(group.aboveHalf, group.capped, ALPHA);
        return above.highest() < RARELY ? Optional.of(tooLoose(group)) : Optional.empty();
    }

    private static Finding tooTight(Group group, Span cut) {
        String says = "the cap of %s ends %s %% of the answers (%s to %s): raise it or ask for less effort"
                .formatted(group.key.plan(), points(cut.value()), points(cut.lowest()), points(cut.highest()));
        String because = "%s of %s answers were cut off, and the longest cap was %s tokens"
                .formatted(
                        FigureText.count(group.cutOff.calls()),
                        FigureText.count(group.capped),
                        FigureText.count(group.largestCap));
        return Finding.of(
                Kind.CUT_OFF, group, null, spent(group, group.cutOff, cut, group.capped), says, List.of(because));
    }

    /** What a kind of call cost: exactly, and as many of them as there can have been by the interval of their share. */
    static @Nullable Span spent(Group group, Group.Sum sum, Span share, long of) {
        if (group.cost.count() == 0 || sum.calls() == 0) {
            return null;
        }
        double each = sum.dollars().doubleValue() / sum.calls();
        return new Span(
                sum.dollars(),
                share.times(each * of).low(),
                share.times(each * of).high());
    }

    private static Finding tooLoose(Group group) {
        long p99 = group.outputs.getValueAtPercentile(P99);
        long enough = Math.min(group.largestCap, 2 * Math.max(p99, 1));
        String says = "the cap of %s never binds: it could go down from %s to %s tokens"
                .formatted(group.key.plan(), FigureText.count(group.largestCap), FigureText.count(enough));
        String because = "99 %% of %s answers took at most %s tokens%s"
                .formatted(FigureText.count(group.capped), FigureText.count(p99), worst(group, enough));
        return Finding.of(Kind.LOOSE_CAP, group, null, null, says, List.of(because));
    }

    private static String worst(Group group, long enough) {
        var prices = group.model == null ? null : group.model.figures().prices();
        if (prices == null) {
            return "";
        }
        double each = prices.at(Math.round(group.inputs.mean())).dearestOutput() * PER_PICO;
        return "; the output of one call could cost %s at worst and not %s"
                .formatted(CompareEfforts.dollars(each * enough), CompareEfforts.dollars(each * group.largestCap));
    }
}
