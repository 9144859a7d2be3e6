package dev.mete.simulate.chance;

/**
 * Chance as a function of what it is drawn for, so that every contender meets the same draws and nothing depends on the order: SplitMix64's mixing of
 * seed, line, request of the line, and purpose. Immutable, thread-safe.
 */
public final class Chance {
    private static final int CERTAIN = 1_000_000;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** What no purpose is. */
    private static final int FEATURE = -2;

    private final long seed;

    /** The chance of a seed. */
    public Chance(long seed) {
        this.seed = mix(seed + GOLDEN);
    }

    /** What is drawn. */
    public enum Purpose {
        THINKING,
        FIRST_TOKEN,
        ERROR,
        CONTROL
    }

    /** A share in millionths, from 0 to 999,999, all equally probable. */
    public int share(long line, long request, Purpose purpose) {
        return (int) below(line, request, purpose, CERTAIN);
    }

    /** A whole number from 0 to below a bound, all equally probable. */
    public long below(long line, long request, Purpose purpose, long bound) {
        return Math.unsignedMultiplyHigh(bits(line, request, purpose.ordinal()), bound);
    }

    /** A whole number for a feature of a line, from 0 to below a bound, all equally probable. */
    public long below(long line, String feature, long bound) {
        return Math.unsignedMultiplyHigh(bits(line, feature.hashCode(), FEATURE), bound);
    }

    private long bits(long line, long request, int purpose) {
        long bits = mix(seed ^ (line * GOLDEN));
        bits = mix(bits ^ (request * GOLDEN));
        return mix(bits + (purpose + 1) * GOLDEN);
    }

    /** David Stafford's thirteenth mixer, as in Java's SplittableRandom. */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
