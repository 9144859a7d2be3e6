package dev.mete.simulate.run;

import dev.mete.simulate.traffic.Traffic;
import java.time.Instant;
import java.util.List;

/** What each policy gives the requests of the lines that one thread gets. Not thread-safe; what it compiled is closed with it. */
final class SharesPart implements ShareTraffic.Part, AutoCloseable {
    private final List<PricedPolicy> policies;
    private final List<Shares> shares;
    private final Choices choices = new Choices();
    private final SeenInPart seen = new SeenInPart();
    private final Arrivals arrivals;

    /**
     * One of several.
     *
     * @param policies for this part alone
     * @param usual the moment of requests that have none of their own
     */
    SharesPart(List<PricedPolicy> policies, Instant usual) {
        this.policies = policies;
        this.shares = policies.stream().map(_ -> new Shares()).toList();
        this.arrivals = new Arrivals(policies, usual, seen, this::take);
    }

    private void take(Arrival arrival) {
        for (int place = 0; place < shares.size(); place++) {
            var choice =
                    choices.of(arrival.policies().get(place), arrival.tasks().get(place));
            if (choice instanceof Choice.Sends(var plan, var _, var _, var _, var _, var _)) {
                shares.get(place)
                        .add(plan.model().id(), plan.effort(), arrival.record().count());
            }
        }
    }

    /** By policy. */
    List<Shares> shares() {
        return shares;
    }

    @Override
    public Traffic.Listener listener() {
        return arrivals;
    }

    /** What is wrong with lines is told when they are replayed. */
    @Override
    public Runnable endBlock() {
        seen.endBlock(new TrafficSeen());
        return Nothing.TO_DO;
    }

    @Override
    public void close() {
        policies.forEach(PricedPolicy::close);
    }
}
