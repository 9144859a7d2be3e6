package dev.mete.simulate.advise;

import dev.mete.simulate.report.TrafficReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a log says, ranked by money. Immutable.
 *
 * @param unpriced calls whose cost is unknown, because the log lacks tokens or the catalog prices
 * @param callsPerDay null where neither was told nor follows from the times of an hour at least
 * @param comparisons of plans; the intervals of all of them hold together with 95 %
 */
public record Advice(
        TrafficReport log,
        long unpriced,
        @Nullable Instant first,
        @Nullable Instant last,
        @Nullable BigDecimal callsPerDay,
        Instant pricesOf,
        int comparisons,
        BigDecimal margin,
        List<Finding> findings) {
    public Advice {
        findings = List.copyOf(findings);
    }

    /** Whether something is to be done. */
    public boolean isAdvice() {
        return findings.stream().anyMatch(finding -> finding.kind().isAdvice());
    }
}
