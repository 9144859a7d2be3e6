package dev.mete.simulate.run;

import dev.mete.engine.catalog.Effort;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many requests a policy gives each model and effort, in order of these. Not thread-safe while it counts. */
final class Shares {
    private final Map<Baseline, Long> counts =
            new TreeMap<>(Comparator.comparing(Baseline::model).thenComparing(Baseline::effort));

    /** By the number of the request behind its last. */
    private final TreeMap<Long, Baseline> limits = new TreeMap<>();

    private long all;

    /** All that these have counted. */
    static Shares sum(List<Shares> parts) {
        var sum = new Shares();
        parts.forEach(part -> part.counts.forEach((plan, requests) -> sum.add(plan, requests)));
        long limit = 0;
        for (var entry : sum.counts.entrySet()) {
            limit += entry.getValue();
            sum.limits.put(limit, entry.getKey());
        }
        return sum;
    }

    void add(String model, Effort effort, long requests) {
        add(new Baseline(model, effort), requests);
    }

    private void add(Baseline plan, long requests) {
        counts.merge(plan, requests, Long::sum);
        all += requests;
    }

    long all() {
        return all;
    }

    /** The model and effort of the request with this number, of a {@link #sum}. */
    Baseline of(long number) {
        return limits.higherEntry(number).getValue();
    }
}
