package dev.mete.simulate.run;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.simulate.report.ContenderReport;
import dev.mete.simulate.report.SimulationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the sums into the report. */
final class MakeReport {
    private final Catalog catalog;
    private final Settings settings;
    private final List<CompiledPolicy> policies;
    private final List<Contender> contenders;
    private final List<Pairing> pairings;
    private final boolean hasShares;
    private final TrafficSeen seen;

    MakeReport(
            Catalog catalog,
            Settings settings,
            List<CompiledPolicy> policies,
            List<Contender> contenders,
            List<Pairing> pairings,
            boolean hasShares,
            TrafficSeen seen) {
        this.catalog = catalog;
        this.settings = settings;
        this.policies = policies;
        this.contenders = contenders;
        this.pairings = pairings;
        this.hasShares = hasShares;
        this.seen = seen;
    }

    SimulationReport of(String traffic) {
        return new SimulationReport(
                Stream.concat(seen.notes().stream(), settings.notes().stream()).toList(),
                catalog.digest(),
                settings.at(),
                seen.report(traffic),
                settings.seeds(),
                settings.seed(),
                contenders(),
                pairings.stream()
                        .map(pairing -> pairing.comparison(requestsPerDay()))
                        .toList(),
                assumptions());
    }

    private @Nullable Long requestsPerDay() {
        return settings.requestsPerDay() != null ? settings.requestsPerDay() : seen.requestsPerDay();
    }

    private List<ContenderReport> contenders() {
        var reports = new ArrayList<ContenderReport>();
        int policy = 0;
        for (Contender contender : contenders) {
            boolean isPolicy = contender.kind() == ContenderReport.Kind.POLICY;
            reports.add(contender.report(isPolicy ? policies.get(policy) : null, requestsPerDay()));
            policy += isPolicy ? 1 : 0;
        }
        return reports;
    }

    private List<String> assumptions() {
        var assumptions = new ArrayList<String>();
        assumptions.add("every call costs the price of its own moment, or of " + settings.at() + " where it has none");
        assumptions.add(
                "what was not recorded is drawn from the catalog: thinking from its quantiles, the time to the first token from its median "
                        + "and 95th percentile, errors by their probability; all contenders meet the same draws");
        assumptions.add("a visible answer is as long as its task expects, unless another length was recorded");
        assumptions.add("every request is one call: nothing is asked again, and no fallback is taken");
        assumptions.add("what a figure is missing for is counted as unknown and left out of its sum");
        if (requestsPerDay() != null) {
            assumptions.add("a year has 365 days; what costs a day and a year is told where every cost is known");
        }
        if (hasShares) {
            assumptions.add("a line that stands for more than "
                    + String.format(Locale.ROOT, "%,d", Replay.MOST_DRAWS)
                    + " requests is drawn that often, and each draw stands for an equal share of them");
        }
        if (settings.controls()) {
            assumptions.add(
                    "a control gives each request the model and effort of another one's decision, drawn from all of them, with a cap of its "
                            + "own: the same shares of models for about the same money, without a look at the task");
        }
        return assumptions;
    }
}
