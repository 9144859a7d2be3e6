package dev.mete.bench.http;

import java.util.Arrays;

/**
 * What came of posting for a while as fast as the server answers.
 *
 * @param requests that were answered
 * @param p50 half of them were answered within this many milliseconds
 * @param p99 99 of 100 were
 * @param failed requests without a success for an answer
 */
record Loaded(long requests, double seconds, double p50, double p99, long failed) {
    private static final double MILLION = 1e6;

    /** Of single times in nanoseconds, which are sorted here. */
    static Loaded of(long[] nanos, double seconds, long failed) {
        Arrays.sort(nanos);
        return new Loaded(nanos.length, seconds, millis(nanos, 0.5), millis(nanos, 0.99), failed);
    }

    private static double millis(long[] sorted, double share) {
        int place = (int) Math.ceil(share * sorted.length) - 1;
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, place)] / MILLION;
    }

    double perSecond() {
        return requests / seconds;
    }

    /** This, where every request was answered by a success. */
    Loaded whole() {
        if (failed > 0 || requests == 0) {
            throw new IllegalStateException(failed + " requests failed, " + requests + " were answered");
        }
        return this;
    }
}
