package dev.mete.engine.json;

/** Times for one token from the tokens of a second, counted in thousandths of a token. */
final class Rates {
    private static final long MICROS = 1_000_000_000;
    private static final long NANOS = 1_000 * MICROS;

    private Rates() {}

    /** Microseconds for one token, to the nearest, at least one. */
    static long micros(long milliTokensPerSecond) {
        return Math.max(1, nearest(MICROS, milliTokensPerSecond));
    }

    /** Nanoseconds for one token, to the nearest. */
    static long nanos(long milliTokensPerSecond) {
        return nearest(NANOS, milliTokensPerSecond);
    }

    private static long nearest(long parts, long share) {
        return (2 * parts + share) / (2 * share);
    }
}
