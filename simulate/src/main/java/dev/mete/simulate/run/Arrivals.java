package dev.mete.simulate.run;

import dev.mete.simulate.traffic.Traffic;
import dev.mete.simulate.traffic.TrafficRecord;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Makes lines of traffic into tasks of all policies; a line that does not fit one of them counts for none. */
final class Arrivals implements Traffic.Listener {
    private final List<PricedPolicy> policies;
    private final Instant usual;
    private final TrafficSeen seen;
    private final Consumer<Arrival> next;
    private final LongConsumer progress;

    /**
     * The tasks of the given policies.
     *
     * @param usual the moment of requests that have none of their own
     */
    Arrivals(
            List<PricedPolicy> policies,
            Instant usual,
            TrafficSeen seen,
            Consumer<Arrival> next,
            LongConsumer progress) {
        this.policies = policies;
        this.usual = usual;
        this.seen = seen;
        this.next = next;
        this.progress = progress;
    }

    @Override
    public void take(TrafficRecord record) {
        progress.accept(record.line());
        Instant moment = record.at() == null ? usual : record.at();
        var priced = policies.stream().map(policy -> policy.at(moment)).toList();
        switch (ReadTask.of(record.task(), priced)) {
            case ReadTask.Reading.Fits(var tasks) -> {
                seen.request(record.count());
                next.accept(new Arrival(record, moment, priced, tasks));
            }
            case ReadTask.Reading.Broken(String reason) -> seen.broken(record.line(), reason);
        }
    }

    @Override
    public void broken(long line, String reason) {
        seen.broken(line, reason);
    }

    @Override
    public void note(String note) {
        seen.note(note);
    }

    @Override
    public void requestsPerDay(long line, long requests) {
        seen.requestsPerDay(line, requests);
    }
}
