package dev.mete.simulate.run;

import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.simulate.chance.Chance;
import dev.mete.simulate.report.ContenderReport;
import dev.mete.simulate.report.ContenderReport.Kind;
import dev.mete.simulate.report.Group;
import dev.mete.simulate.report.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One way to decide all traffic, with its sums, which are added to by one thread at a time. */
final class Contender {
    private static final BigDecimal DAYS_PER_YEAR = BigDecimal.valueOf(365);
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);

    private final String name;
    private final Kind kind;
    private final int policy;
    private final Function<Deciders, Decider> decider;
    private final Ledger ledger;

    /**
     * A contender.
     *
     * @param policy the place of the policy whose tasks it decides
     * @param decider how it decides, by the ways that a thread has
     */
    Contender(String name, Kind kind, int policy, Function<Deciders, Decider> decider, int seeds) {
        this.name = name;
        this.kind = kind;
        this.policy = policy;
        this.decider = decider;
        this.ledger = new Ledger(seeds);
    }

    /** Makes choices. */
    interface Decider {
        /** The choice for a request; the seed and the number of the request within its line matter to a control alone. */
        Choice choose(Arrival arrival, Chance chance, long request);

        /** Whether all requests of a line get the same choice under every seed. */
        boolean isSteady();
    }

    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    Ledger ledger() {
        return ledger;
    }

    /** The place of the policy whose tasks it decides. */
    int policy() {
        return policy;
    }

    /** The contender as one thread has it decide. */
    ContenderPart part(Deciders deciders) {
        return new ContenderPart(this, decider.apply(deciders), ledger.part());
    }

    /**
     * What it all comes to.
     *
     * @param policy null for a baseline or a control
     */
    ContenderReport report(@Nullable CompiledPolicy policy, @Nullable Long requestsPerDay) {
        var total = ledger.total().group("total");
        var deciding = ledger.rules();
        return new ContenderReport(
                name,
                kind,
                policy == null ? null : policy.info().revision(),
                total,
                rate(requestsPerDay, total),
                ledger.byBucket(),
                ledger.byRule(),
                ledger.byModel(),
                ledger.byTenant(),
                policy == null
                        ? List.of()
                        : policy.info().rules().stream()
                                .filter(rule -> !deciding.contains(rule))
                                .toList(),
                ledger.patience(),
                ledger.refused(),
                ledger.failed());
    }

    private static @Nullable Rate rate(@Nullable Long requestsPerDay, Group total) {
        if (requestsPerDay == null
                || total.dollars() == null
                || total.unknown().costs() > 0
                || total.requests().signum() == 0) {
            return null;
        }
        BigDecimal perDay = perDay(total.dollars().mean(), total.requests(), requestsPerDay);
        return new Rate(
                requestsPerDay,
                StudentT.rounded(perDay, Tally.DOLLAR_DIGITS),
                StudentT.rounded(perDay.multiply(DAYS_PER_YEAR), Tally.DOLLAR_DIGITS),
                busy(total.gpuSeconds(), total.requests(), requestsPerDay),
                busy(total.slotSeconds(), total.requests(), requestsPerDay));
    }

    /** How many are busy on average. */
    private static BigDecimal busy(BigDecimal seconds, BigDecimal requests, long requestsPerDay) {
        return StudentT.rounded(
                perDay(seconds, requests, requestsPerDay).divide(SECONDS_PER_DAY, MathContext.DECIMAL128), 3);
    }

    private static BigDecimal perDay(BigDecimal sum, BigDecimal requests, long requestsPerDay) {
        return sum.multiply(BigDecimal.valueOf(requestsPerDay)).divide(requests, MathContext.DECIMAL128);
    }

    /** A sum over so many requests as one over a year of them. */
    static BigDecimal perYear(BigDecimal sum, BigDecimal requests, long requestsPerDay) {
        return StudentT.rounded(perDay(sum, requests, requestsPerDay).multiply(DAYS_PER_YEAR), Tally.DOLLAR_DIGITS);
    }
}
