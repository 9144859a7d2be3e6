package dev.mete.simulate.run;

/**
 * Chance as a function of what it is drawn for, so that every contender meets the same draws and nothing depends on the order: SplitMix64's mixing of
 * seed, line, request of the line, and purpose.
 */
final class Chance {
    private static final int CERTAIN = 1_000_000;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;

    Chance(long seed) {
        this.seed = mix(seed + GOLDEN);
    }

    /** What is drawn. */
    enum Purpose {
        THINKING,
        FIRST_TOKEN,
        ERROR,
        CONTROL
    }

    /** A share in millionths, from 0 to 999,999, all equally probable. */
    int share(long line, long request, Purpose purpose) {
        return (int) below(line, request, purpose, CERTAIN);
    }

    /** A whole number from 0 to below a bound, all equally probable. */
    long below(long line, long request, Purpose purpose, long bound) {
        return Math.unsignedMultiplyHigh(bits(line, request, purpose), bound);
    }

    private long bits(long line, long request, Purpose purpose) {
        long bits = mix(seed ^ (line * GOLDEN));
        bits = mix(bits ^ (request * GOLDEN));
        return mix(bits + (purpose.ordinal() + 1) * GOLDEN);
    }

    /** David Stafford's thirteenth mixer, as in Java's SplittableRandom. */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
