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

/**
 * Replays traffic through policies and baselines. Every contender meets the same requests and the same draws, so that what differs is what they
 * decide. Memory does not depend on how much traffic there is. Not thread-safe; closes nothing that it is given.
 */
public final class Simulation {
    private final PolicyLoader loader;
    private final Catalog catalog;
    private final List<CompiledPolicy> policies;
    private final List<Baseline> baselines;
    private final Settings settings;

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
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("a simulation needs a policy");
        }
        this.loader = loader;
        this.catalog = catalog;
        this.policies = List.copyOf(policies);
        this.baselines = List.copyOf(baselines);
        this.settings = settings;
    }

    /**
     * Runs it; with controls, the traffic is read twice.
     *
     * @param progress is told the number of each line
     * @throws Unloadable where a policy does not load at the prices of a request
     * @throws IllegalStateException where controls are asked for and the traffic cannot be read twice
     */
    public SimulationReport run(Traffic traffic, LongConsumer progress) throws IOException {
        var priced = policies.stream()
                .map(policy -> new PricedPolicy(policy, loader, catalog))
                .toList();
        try {
            var names = names();
            var contenders = new ArrayList<Contender>();
            var deciders = new Deciders(catalog);
            for (Baseline baseline : baselines) {
                contenders.add(new Contender(
                        baseline.name(), Kind.BASELINE, 0, deciders.baseline(baseline), settings.seeds()));
            }
            for (int place = 0; place < priced.size(); place++) {
                contenders.add(
                        new Contender(names.get(place), Kind.POLICY, place, Deciders.policy(place), settings.seeds()));
            }
            if (settings.controls()) {
                var shares = shares(traffic, priced, progress);
                for (int place = 0; place < priced.size(); place++) {
                    if (shares.get(place).all() > 0) {
                        contenders.add(new Contender(
                                "control of " + names.get(place),
                                Kind.CONTROL,
                                place,
                                deciders.control(place, shares.get(place)),
                                settings.seeds()));
                    }
                }
            }
            var seen = new TrafficSeen();
            var replay = new Replay(contenders, settings);
            traffic.read(new Arrivals(priced, settings.at(), seen, replay::take, progress));
            return new MakeReport(catalog, settings, priced, contenders, replay, seen).of(traffic.name());
        } finally {
            priced.forEach(PricedPolicy::close);
        }
    }

    /** What every request gets, decided once before the replay. */
    private List<Shares> shares(Traffic traffic, List<PricedPolicy> priced, LongConsumer progress) throws IOException {
        if (!traffic.isRepeatable()) {
            throw new IllegalStateException("traffic that is read once has no control");
        }
        var shares = priced.stream().map(_ -> new Shares()).toList();
        traffic.read(new Arrivals(
                priced,
                settings.at(),
                new TrafficSeen(),
                arrival -> {
                    for (int place = 0; place < shares.size(); place++) {
                        var outcome = arrival.policies()
                                .get(place)
                                .decide(arrival.tasks().get(place));
                        if (Choice.of(outcome) instanceof Choice.Sends(var plan, var _, var _, var _)) {
                            shares.get(place)
                                    .add(
                                            plan.model().id(),
                                            plan.effort(),
                                            arrival.record().count());
                        }
                    }
                },
                progress));
        return shares;
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
