package dev.mete.simulate.run;

import dev.mete.engine.catalog.Effort;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many requests a policy gives each model and effort. Not thread-safe. */
final class Shares {
    private final Map<Baseline, Long> counts = new LinkedHashMap<>();
    private @Nullable TreeMap<Long, Baseline> limits;
    private long all;

    void add(String model, Effort effort, long requests) {
        counts.merge(new Baseline(model, effort), requests, Long::sum);
        all += requests;
        limits = null;
    }

    long all() {
        return all;
    }

    /** The model and effort of the request with this number, where all are in order of model and effort. */
    Baseline of(long number) {
        if (limits == null) {
            limits = new TreeMap<>();
            long limit = 0;
            for (var entry : counts.entrySet()) {
                limit += entry.getValue();
                limits.put(limit, entry.getKey());
            }
        }
        return limits.higherEntry(number).getValue();
    }
}
