package dev.mete.simulate.run;

import dev.mete.simulate.traffic.Traffic;
import java.util.ArrayList;
import java.util.List;

/** The replay of the lines of traffic that one thread gets. Not thread-safe; what it compiled is closed with it. */
final class ReplayPart implements ShareTraffic.Part, AutoCloseable {
    private final List<PricedPolicy> policies;
    private final List<ContenderPart> contenders;
    private final List<Pairing> all;
    private final List<Pairing> pairings;
    private final TrafficSeen allSeen;
    private final SeenInPart seen = new SeenInPart();
    private final Replay replay;
    private final Arrivals arrivals;

    /**
     * One of several.
     *
     * @param policies for this part alone
     * @param contenders what all parts are put together in, as well as {@code pairings} and {@code allSeen}
     */
    ReplayPart(
            List<PricedPolicy> policies,
            Deciders deciders,
            List<Contender> contenders,
            List<Pairing> pairings,
            TrafficSeen allSeen,
            Settings settings) {
        this.policies = policies;
        this.contenders =
                contenders.stream().map(contender -> contender.part(deciders)).toList();
        this.all = pairings;
        this.pairings = pairings.stream().map(Pairing::part).toList();
        this.allSeen = allSeen;
        this.replay = new Replay(this.contenders, this.pairings, settings);
        this.arrivals = new Arrivals(policies, settings.at(), seen, replay::take);
    }

    @Override
    public Traffic.Listener listener() {
        return arrivals;
    }

    @Override
    public Runnable endBlock() {
        var last = new ArrayList<Runnable>();
        last.add(seen.endBlock(allSeen));
        contenders.forEach(contender -> last.add(contender.endBlock()));
        for (int i = 0; i < pairings.size(); i++) {
            last.add(all.get(i).endBlock(pairings.get(i)));
        }
        return () -> last.forEach(Runnable::run);
    }

    /** Adds all sums to those of all parts; says whether a draw stood for more than one request. */
    boolean end() {
        contenders.forEach(ContenderPart::end);
        for (int i = 0; i < pairings.size(); i++) {
            all.get(i).add(pairings.get(i));
        }
        return replay.hasShares();
    }

    @Override
    public void close() {
        policies.forEach(PricedPolicy::close);
    }
}
