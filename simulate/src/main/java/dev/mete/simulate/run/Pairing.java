package dev.mete.simulate.run;

import dev.mete.simulate.report.Comparison;
import dev.mete.simulate.report.ContenderReport.Kind;
import dev.mete.simulate.report.Interval;
import dev.mete.simulate.run.Changes.Changed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two contenders that are compared. Not thread-safe. */
final class Pairing {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final int PICO = 12;

    private final List<Contender> contenders;
    private final int before;
    private final int after;
    private final @Nullable Changes changes;
    private @Nullable Changed current;

    private Pairing(List<Contender> contenders, int before, int after, @Nullable Changes changes) {
        this.contenders = contenders;
        this.before = before;
        this.after = after;
        this.changes = changes;
    }

    /** Every baseline with every policy, the first policy with the others, and every control with its policy. */
    static List<Pairing> of(List<Contender> contenders, Settings settings) {
        var pairings = new ArrayList<Pairing>();
        int firstPolicy = place(contenders, Kind.POLICY);
        int firstControl = place(contenders, Kind.CONTROL);
        for (int before = 0; before < contenders.size(); before++) {
            for (int after = firstPolicy; after < firstControl; after++) {
                boolean isCompared = switch (contenders.get(before).kind()) {
                    case BASELINE -> true;
                    case POLICY -> before == firstPolicy && after > before;
                    case CONTROL -> before - firstControl == after - firstPolicy;
                };
                if (isCompared) {
                    boolean tells = settings.compares() && before < firstControl;
                    pairings.add(new Pairing(contenders, before, after, tells ? new Changes(settings.seeds()) : null));
                }
            }
        }
        return pairings;
    }

    /** The same for other lines of the traffic. */
    Pairing part() {
        return new Pairing(contenders, before, after, changes == null ? null : changes.part());
    }

    /** Ends a block of a part; what it returns adds to this one what waited for its end. */
    Runnable endBlock(Pairing part) {
        return changes == null || part.changes == null ? Nothing.TO_DO : changes.endBlock(part.changes);
    }

    /** Adds all of a part. */
    void add(Pairing part) {
        if (changes != null && part.changes != null) {
            changes.add(part.changes);
        }
    }

    private static int place(List<Contender> contenders, Kind kind) {
        int place = 0;
        while (place < contenders.size() && contenders.get(place).kind() != kind) {
            place++;
        }
        return place;
    }

    /** Notes what both do with a line of traffic. */
    void meet(List<@Nullable Choice> choices, long requests) {
        current = null;
        if (changes != null
                && choices.get(before) instanceof Choice.Sends first
                && choices.get(after) instanceof Choice.Sends second) {
            current = changes.count(first, second, requests);
        }
    }

    /** Adds the cost of requests of that line. */
    void cost(int place, Drawn drawn, long times) {
        if (current == null) {
            return;
        }
        if (place == before) {
            current.before(drawn, times);
        } else if (place == after) {
            current.after(drawn, times);
        }
    }

    Comparison comparison(@Nullable Long requestsPerDay) {
        Tally first = contenders.get(before).ledger().total();
        Tally second = contenders.get(after).ledger().total();
        Interval saved = less(first, second, Measure.COST, PICO, Measure.UNKNOWN_COSTS);
        BigDecimal cost = first.interval(Measure.COST, PICO).mean();
        BigDecimal requests = first.interval(Measure.REQUESTS, 0).mean();
        return new Comparison(
                contenders.get(before).name(),
                contenders.get(after).name(),
                saved,
                saved == null || cost.signum() == 0
                        ? null
                        : StudentT.rounded(saved.mean().multiply(PERCENT).divide(cost, MathContext.DECIMAL128), 1),
                saved == null || requestsPerDay == null || requests.signum() == 0
                        ? null
                        : Contender.perYear(saved.mean(), requests, requestsPerDay),
                less(first, second, Measure.ERRORS, 0, Measure.UNKNOWN_ERRORS),
                less(first, second, Measure.MISSES, 0, Measure.UNKNOWN_DEADLINES, Measure.UNKNOWN_LATENCIES),
                less(first, second, Measure.CUT_OFFS, 0, Measure.UNKNOWN_TOKENS),
                changes == null ? null : (Long) changes.requests(),
                changes == null ? List.of() : changes.all());
    }

    /** How much less the second comes to; null where it is not known of all the same requests. */
    private static @Nullable Interval less(Tally first, Tally second, Measure measure, int scale, Measure... unknown) {
        boolean isComparable = Arrays.stream(unknown).allMatch(one -> first.isNothing(one) && second.isNothing(one))
                && first.interval(Measure.REQUESTS, 0).equals(second.interval(Measure.REQUESTS, 0));
        return isComparable ? first.less(second, measure, scale) : null;
    }
}
