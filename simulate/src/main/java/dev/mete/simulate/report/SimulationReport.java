package dev.mete.simulate.report;

import java.time.Instant;
import java.util.List;

/**
 * What a simulation comes to. Immutable.
 *
 * @param notes what traffic and caller say about it, such as that it is made up
 * @param catalog identifies the catalog whose figures it goes by
 * @param prices the moment whose prices hold for requests without one of their own
 * @param seeds how often everything was drawn
 * @param seed the first seed; the others follow it
 * @param comparisons each contender beside the first baseline, or beside the first policy
 * @param assumptions what the figures rest on, one sentence each
 */
public record SimulationReport(
        List<String> notes,
        String catalog,
        Instant prices,
        TrafficReport traffic,
        int seeds,
        long seed,
        List<ContenderReport> contenders,
        List<Comparison> comparisons,
        List<String> assumptions) {
    public SimulationReport {
        notes = List.copyOf(notes);
        contenders = List.copyOf(contenders);
        comparisons = List.copyOf(comparisons);
        assumptions = List.copyOf(assumptions);
    }
}
