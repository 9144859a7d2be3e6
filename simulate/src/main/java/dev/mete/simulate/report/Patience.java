package dev.mete.simulate.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long answers take beside what their callers would wait, over all seeds together. Immutable.
 *
 * @param bands from the quickest to the latest answers; their shares add up to 1
 */
public record Patience(List<Band> bands) {
    /** The parts of a caller's latency tolerance, in percent, at which bands end. */
    public static final List<Integer> ENDS = List.of(10, 25, 50, 75, 90, 100, 150, 200);

    public Patience {
        bands = List.copyOf(bands);
    }

    /**
     * The answers that take more than the band before and at most this part of what the caller would wait.
     *
     * @param upToPercent null for those that take longer still
     * @param share of the answers whose latency and tolerance are known, 0 to 1
     */
    public record Band(@Nullable Integer upToPercent, BigDecimal share) {}

    /** The names of the bands, in their order. */
    public static List<String> labels() {
        return Stream.concat(ENDS.stream().map(end -> "≤ " + end + " %"), Stream.of("later"))
                .toList();
    }
}
