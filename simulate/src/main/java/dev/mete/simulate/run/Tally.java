package dev.mete.simulate.run;

import dev.mete.simulate.report.Group;
import dev.mete.simulate.report.Interval;
import dev.mete.simulate.report.Latency;
import dev.mete.simulate.report.Unknown;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The exact sums of a share of the requests, for each seed. Memory does not depend on how many there are. Not thread-safe. */
final class Tally {
    static final int DOLLAR_DIGITS = 9;
    private static final int PICO = 12;
    private static final int NANO = 9;
    private static final int MICRO = 6;
    private static final int DIGITS = 3;
    private static final Measure[] MEASURES = Measure.values();

    private final ExactSum[][] sums;
    private final Histogram latency = new Histogram(DIGITS);

    Tally(int seeds) {
        this.sums = new ExactSum[seeds][MEASURES.length];
        for (ExactSum[] ofSeed : sums) {
            Arrays.setAll(ofSeed, _ -> new ExactSum());
        }
    }

    /** Adds what one request came to under a seed, as often as given. */
    void add(int seed, Drawn drawn, long times) {
        ExactSum[] ofSeed = sums[seed];
        for (Measure measure : MEASURES) {
            long value = drawn.value(measure);
            if (value != 0) {
                ofSeed[measure.ordinal()].add(value, times);
            }
        }
        if (drawn.latencyMillis() >= 0) {
            latency.recordValueWithCount(drawn.latencyMillis(), times);
        }
    }

    /** Adds another tally over as many seeds. */
    void add(Tally other) {
        for (int seed = 0; seed < sums.length; seed++) {
            for (int measure = 0; measure < sums[seed].length; measure++) {
                sums[seed][measure].add(other.sums[seed][measure]);
            }
        }
        latency.add(other.latency);
    }

    Group group(String name) {
        Latency latency = latency();
        return new Group(
                name,
                mean(Measure.REQUESTS, 0),
                known(Measure.COST, PICO, Measure.UNKNOWN_COSTS),
                isKnown(Measure.UNKNOWN_COSTS) ? mean(Measure.ESTIMATED_COST, PICO) : null,
                known(Measure.THINKING, 0, Measure.UNKNOWN_TOKENS),
                known(Measure.VISIBLE, 0, Measure.UNKNOWN_TOKENS),
                latency,
                latency == null ? null : known(Measure.MISSES, 0, Measure.UNKNOWN_DEADLINES),
                known(Measure.CUT_OFFS, 0, Measure.UNKNOWN_TOKENS),
                known(Measure.ERRORS, 0, Measure.UNKNOWN_ERRORS),
                isKnown(Measure.UNKNOWN_ERRORS) ? mean(Measure.EXPECTED_ERRORS, MICRO) : null,
                known(Measure.ERROR_COST, NANO, Measure.UNKNOWN_ERROR_COSTS),
                mean(Measure.GPU_MICROS, MICRO),
                mean(Measure.SLOT_MICROS, MICRO),
                new Unknown(
                        whole(Measure.UNKNOWN_COSTS),
                        whole(Measure.UNKNOWN_TOKENS),
                        whole(Measure.UNKNOWN_LATENCIES),
                        whole(Measure.UNKNOWN_ERRORS),
                        whole(Measure.UNKNOWN_ERROR_COSTS),
                        whole(Measure.UNKNOWN_DEADLINES)));
    }

    private @Nullable Interval known(Measure measure, int scale, Measure unknown) {
        return isKnown(unknown) ? interval(measure, scale) : null;
    }

    /** Whether a figure is known of some request, or there is none. */
    private boolean isKnown(Measure unknown) {
        return isNothing(unknown)
                || Arrays.stream(sums)
                        .anyMatch(ofSeed ->
                                ofSeed[unknown.ordinal()].value().compareTo(ofSeed[Measure.REQUESTS.ordinal()].value())
                                        < 0);
    }

    private @Nullable Latency latency() {
        return latency.getTotalCount() == 0
                ? null
                : new Latency(
                        latency.getValueAtPercentile(50),
                        latency.getValueAtPercentile(95),
                        latency.getValueAtPercentile(99),
                        latency.getMaxValue());
    }

    /** The interval of a measure over the seeds, in units of ten to the power of so many smallest parts. */
    Interval interval(Measure measure, int scale) {
        return StudentT.of(figures(measure, scale), DOLLAR_DIGITS);
    }

    /** The interval of how much less another comes to, seed by seed. */
    Interval less(Tally other, Measure measure, int scale) {
        var these = figures(measure, scale);
        var others = other.figures(measure, scale);
        return StudentT.of(
                IntStream.range(0, these.size())
                        .mapToObj(seed -> these.get(seed).subtract(others.get(seed)))
                        .toList(),
                DOLLAR_DIGITS);
    }

    /** Whether no request counts for a measure, under any seed. */
    boolean isNothing(Measure measure) {
        return Arrays.stream(sums)
                .allMatch(ofSeed -> ofSeed[measure.ordinal()].value().signum() == 0);
    }

    private List<BigDecimal> figures(Measure measure, int scale) {
        return Arrays.stream(sums)
                .map(ofSeed -> new BigDecimal(ofSeed[measure.ordinal()].value(), scale))
                .toList();
    }

    private BigDecimal mean(Measure measure, int scale) {
        return interval(measure, scale).mean();
    }

    /** A count that is nearest to the mean over the seeds, but never nothing where there is something. */
    private long whole(Measure measure) {
        BigInteger all = Arrays.stream(sums)
                .map(ofSeed -> ofSeed[measure.ordinal()].value())
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger seeds = BigInteger.valueOf(sums.length);
        return all.add(seeds).subtract(BigInteger.ONE).divide(seeds).longValueExact();
    }
}
