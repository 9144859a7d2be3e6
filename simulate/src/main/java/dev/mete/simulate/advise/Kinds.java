package dev.mete.simulate.advise;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** How often each word of a feature occurs, of the first hundred; the others together. Not thread-safe. */
final class Kinds {
    private static final int MOST = 100;
    private static final String OTHERS = "";

    private final Map<String, Long> counts = new HashMap<>();
    private long all;

    void add(String word) {
        boolean isTold = counts.containsKey(word) || counts.size() < MOST;
        counts.merge(isTold ? word : OTHERS, 1L, Long::sum);
        all++;
    }

    private double share(String word) {
        return (double) counts.getOrDefault(word, 0L) / all;
    }

    /**
     * Whether another group has other words: a share that is apart by so many standard deviations (Imbens and Rubin, 2015), and by more than chance
     * brings about in one of a thousand.
     */
    boolean differ(Kinds other, double deviations) {
        return Stream.concat(counts.keySet().stream(), other.counts.keySet().stream())
                .distinct()
                .anyMatch(word -> {
                    double apart = Math.abs(share(word) - other.share(word));
                    double within = Math.sqrt((spread(share(word)) + spread(other.share(word))) / 2);
                    double together = (share(word) * all + other.share(word) * other.all) / (all + other.all);
                    double chance = Math.sqrt(spread(together) * (1.0 / all + 1.0 / other.all));
                    return apart > deviations * within && apart > Span.quantile(0.001) * chance;
                });
    }

    private static double spread(double share) {
        return share * (1 - share);
    }
}
