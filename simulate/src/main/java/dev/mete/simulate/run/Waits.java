package dev.mete.simulate.run;

import dev.mete.simulate.report.Patience;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts answers by how long they take beside what their callers would wait. Not thread-safe. */
final class Waits {
    private static final int DIGITS = 6;

    private final long[] counts = new long[Patience.ENDS.size() + 1];

    /** Counts answers; all times are in milliseconds. */
    void add(long latency, long tolerance, long times) {
        int band = 0;
        while (band < Patience.ENDS.size() && latency * 100 > tolerance * Patience.ENDS.get(band)) {
            band++;
        }
        counts[band] += times;
    }

    /** Adds what another has counted. */
    void add(Waits other) {
        Arrays.setAll(counts, band -> counts[band] + other.counts[band]);
    }

    @Nullable
    Patience patience() {
        long all = Arrays.stream(counts).sum();
        if (all == 0) {
            return null;
        }
        var bands = new ArrayList<Patience.Band>();
        for (int band = 0; band < counts.length; band++) {
            bands.add(new Patience.Band(
                    band < Patience.ENDS.size() ? Patience.ENDS.get(band) : null,
                    BigDecimal.valueOf(counts[band]).divide(BigDecimal.valueOf(all), DIGITS, RoundingMode.HALF_EVEN)));
        }
        return new Patience(bands);
    }
}
