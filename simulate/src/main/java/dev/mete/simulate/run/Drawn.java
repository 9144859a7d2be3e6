package dev.mete.simulate.run;

/** What one request comes to. Made once for all requests, and filled anew for each; nothing is kept of it. Not thread-safe. */
final class Drawn {
    private static final long NONE = -1;

    private final long[] values = new long[Measure.values().length];
    private long latencyMillis = NONE;
    private long toleranceMillis = NONE;

    void clear() {
        java.util.Arrays.fill(values, 0);
        latencyMillis = NONE;
        toleranceMillis = NONE;
        set(Measure.REQUESTS, 1);
    }

    void set(Measure measure, long value) {
        values[measure.ordinal()] = value;
    }

    void count(Measure measure) {
        set(measure, 1);
    }

    long value(Measure measure) {
        return values[measure.ordinal()];
    }

    void latency(long millis) {
        latencyMillis = millis;
    }

    void tolerance(long millis) {
        toleranceMillis = millis;
    }

    /** How long the caller would wait, in milliseconds; negative where it is not known. */
    long toleranceMillis() {
        return toleranceMillis;
    }

    /** The latency in milliseconds; negative where it is not known. */
    long latencyMillis() {
        return latencyMillis;
    }
}
