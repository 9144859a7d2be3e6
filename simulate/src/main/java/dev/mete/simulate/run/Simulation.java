package dev.mete.simulate.run;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.simulate.report.ContenderReport.Kind;
import dev.mete.simulate.report.SimulationReport;
import dev.mete.simulate.traffic.Traffic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Replays traffic through policies and baselines. Every contender meets the same requests and the same draws, so that what differs is what they
 * decide. Memory does not depend on how much traffic there is. Not thread-safe; closes nothing that it is given.
 */
public final class Simulation {
    /** Every thread has sums of its own. */
    private static final int MOST_PARTS = 8;

    private final PolicyLoader loader;
    private final Catalog catalog;
    private final List<CompiledPolicy> policies;
    private final List<Baseline> baselines;
    private final Settings settings;
    private final int parts;

    /**
     * A simulation.
     *
     * @param policies at least one; at whatever prices they were loaded
     */
    public Simulation(
            PolicyLoader loader,
            Catalog catalog,
            List<CompiledPolicy> policies,
            List<Baseline> baselines,
            Settings settings) {
        this(
                loader,
                catalog,
                policies,
                baselines,
                settings,
                Math.min(MOST_PARTS, Runtime.getRuntime().availableProcessors()));
    }

    /** A simulation by so many threads, beside the one that reads. */
    Simulation(
            PolicyLoader loader,
            Catalog catalog,
            List<CompiledPolicy> policies,
            List<Baseline> baselines,
            Settings settings,
            int parts) {
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("a simulation needs a policy");
        }
        this.loader = loader;
        this.catalog = catalog;
        this.policies = List.copyOf(policies);
        this.baselines = List.copyOf(baselines);
        this.settings = settings;
        this.parts = parts;
    }

    /**
     * Runs it, on all processors; with controls, the traffic is read twice.
     *
     * @param progress is told the number of each line
     * @throws Unloadable where a policy does not load at the prices of a request
     * @throws IllegalStateException where controls are asked for and the traffic cannot be read twice
     */
    public SimulationReport run(Traffic traffic, LongConsumer progress) throws IOException {
        var contenders = contenders(settings.controls() ? shares(traffic, progress) : List.of());
        var pairings = Pairing.of(contenders, settings);
        var seen = new TrafficSeen();
        var replays = new ArrayList<ReplayPart>();
        try {
            for (int part = 0; part < parts; part++) {
                replays.add(new ReplayPart(priced(), new Deciders(catalog), contenders, pairings, seen, settings));
            }
            ShareTraffic.read(traffic, replays, progress);
        } finally {
            replays.forEach(ReplayPart::close);
        }
        boolean hasShares = false;
        for (ReplayPart part : replays) {
            hasShares |= part.end();
        }
        return new MakeReport(catalog, settings, policies, contenders, pairings, hasShares, seen).of(traffic.name());
    }

    private List<PricedPolicy> priced() {
        return policies.stream()
                .map(policy -> new PricedPolicy(policy, loader, catalog))
                .toList();
    }

    /**
     * All that decide.
     *
     * @param shares by policy, what controls are drawn from
     */
    private List<Contender> contenders(List<Shares> shares) {
        var names = names();
        var contenders = new ArrayList<Contender>();
        for (Baseline baseline : baselines) {
            contenders.add(new Contender(
                    baseline.name(), Kind.BASELINE, 0, deciders -> deciders.baseline(baseline), settings.seeds()));
        }
        for (int place = 0; place < policies.size(); place++) {
            int policy = place;
            contenders.add(new Contender(
                    names.get(place), Kind.POLICY, place, deciders -> deciders.policy(policy), settings.seeds()));
        }
        for (int place = 0; place < shares.size(); place++) {
            int policy = place;
            if (shares.get(place).all() > 0) {
                contenders.add(new Contender(
                        "control of " + names.get(place),
                        Kind.CONTROL,
                        place,
                        deciders -> deciders.control(policy, shares.get(policy)),
                        settings.seeds()));
            }
        }
        return contenders;
    }

    /** What every request gets, decided once before the replay. */
    private List<Shares> shares(Traffic traffic, LongConsumer progress) throws IOException {
        if (!traffic.isRepeatable()) {
            throw new IllegalStateException("traffic that is read once has no control");
        }
        var counts = new ArrayList<SharesPart>();
        try {
            for (int part = 0; part < parts; part++) {
                counts.add(new SharesPart(priced(), settings.at()));
            }
            ShareTraffic.read(traffic, counts, progress);
        } finally {
            counts.forEach(SharesPart::close);
        }
        return IntStream.range(0, policies.size())
                .mapToObj(place -> Shares.sum(
                        counts.stream().map(part -> part.shares().get(place)).toList()))
                .toList();
    }

    /** The names of the policies; two of one name are told apart by a number. */
    private List<String> names() {
        Map<String, Integer> times = new HashMap<>();
        var names = new ArrayList<String>();
        for (CompiledPolicy policy : policies) {
            String name = policy.info().name();
            int time = times.merge(name, 1, Integer::sum);
            names.add(time == 1 ? name : name + " (" + time + ")");
        }
        return names;
    }
}
