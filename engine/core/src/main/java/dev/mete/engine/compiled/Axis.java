package dev.mete.engine.compiled;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.task.Task;
import java.util.Arrays;
import java.util.List;

/**
 * A feature whose values are put into at most {@link #MOST_REGIONS} regions. One class and a switch rather than a class for each kind: a decision asks
 * several of them in a row, and a call that can go to many classes costs more than the look-up itself. Immutable, thread-safe.
 */
final class Axis {
    /** So many regions can be numbered in a byte. */
    static final int MOST_REGIONS = 256;

    private static final Symbols NO_TEXTS = new Symbols(List.of());

    /** How the region of a value is found. */
    private enum Kind {
        /** The region is the position. */
        POSITION,
        /** The region is that of the bucket. */
        BUCKET,
        /** Regions are equally wide. */
        GRID,
        /** Regions lie between bounds. */
        BOUNDS,
        /** A region for each known text, and the first for all others. */
        TEXT
    }

    private final Kind kind;
    private final int slot;
    private final int regions;

    /** Of a grid: where it begins, and the width of a cell as a power of two. */
    private final long origin;

    private final int shift;

    /** The bounds, each the least value of the region that follows it; and for each cell of a grid, how many bounds are at or below its first value. */
    private final long[] bounds;

    private final int[] below;
    private final Symbols texts;

    private Axis(Kind kind, int slot, int regions, long origin, int shift, long[] bounds, int[] below, Symbols texts) {
        this.kind = kind;
        this.slot = slot;
        this.regions = regions;
        this.origin = origin;
        this.shift = shift;
        this.bounds = bounds;
        this.below = below;
        this.texts = texts;
    }

    /** A closed type or a flag with so many positions. */
    static Axis positions(int slot, int count) {
        return new Axis(Kind.POSITION, slot, count, 0, 0, new long[0], new int[0], NO_TEXTS);
    }

    /** The bucket. */
    static Axis bucket() {
        return new Axis(Kind.BUCKET, Row.BUCKET, Bucket.values().length, 0, 0, new long[0], new int[0], NO_TEXTS);
    }

    /** A text with a region for each of the given ones, from 1 on. */
    static Axis texts(int slot, List<String> texts) {
        return new Axis(Kind.TEXT, slot, texts.size() + 1, 0, 0, new long[0], new int[0], new Symbols(texts));
    }

    /** A quantity in cells of equal width from the first of ascending bounds to the last. */
    static Axis grid(int slot, long[] bounds) {
        return new Axis(
                Kind.GRID,
                slot,
                MOST_REGIONS,
                bounds[0],
                shift(bounds, MOST_REGIONS - 2),
                new long[0],
                new int[0],
                NO_TEXTS);
    }

    /** A quantity in regions between ascending bounds, fewer than {@link #MOST_REGIONS}. */
    static Axis bounds(int slot, long[] bounds) {
        int cells = 4 * MOST_REGIONS;
        int shift = shift(bounds, cells - 2);
        var below = new int[cells + 1];
        int bound = 0;
        for (int cell = 1; cell < cells; cell++) {
            long first = bounds[0] + ((cell - 1L) << shift);
            while (bound < bounds.length && bounds[bound] <= first) {
                bound++;
            }
            below[cell] = bound;
        }
        below[cells] = bounds.length;
        return new Axis(Kind.BOUNDS, slot, bounds.length + 1, bounds[0], shift, bounds.clone(), below, NO_TEXTS);
    }

    private static int shift(long[] bounds, int cells) {
        long width = bounds[bounds.length - 1] - bounds[0];
        int shift = 0;
        while ((width >>> shift) >= cells) {
            shift++;
        }
        return shift;
    }

    /** How many regions there are. */
    int regions() {
        return regions;
    }

    /** The feature's slot. */
    int slot() {
        return slot;
    }

    /** The region of a task's value. */
    int region(Task task, Bucket bucket) {
        return switch (kind) {
            case POSITION -> (int) task.number(slot);
            case BUCKET -> bucket.ordinal();
            case GRID -> cell(task);
            case BOUNDS -> between(task.number(slot));
            case TEXT -> region(task.text(slot));
        };
    }

    /** Whether regions are equally wide. */
    boolean isGrid() {
        return kind == Kind.GRID;
    }

    /** The region of a task's value on a grid. */
    int cell(Task task) {
        return cell(task.number(slot), MOST_REGIONS);
    }

    /** The region of a text. */
    int region(String text) {
        return texts.of(text);
    }

    /** The region of a quantity. */
    int region(long number) {
        return kind == Kind.GRID ? cell(number, MOST_REGIONS) : between(number);
    }

    /** Whether a region begins at a number. */
    boolean isBound(long number) {
        return kind == Kind.GRID
                ? number >= origin
                        && (number - origin) % (1L << shift) == 0
                        && (number - origin) >>> shift < MOST_REGIONS - 1
                : Arrays.binarySearch(bounds, number) >= 0;
    }

    /** The cell of a grid: the first holds all that is below its origin, the last all that is above its end. */
    private int cell(long number, int cells) {
        return (int) Math.max(0, Math.min(cells - 1, ((number - origin) >> shift) + 1));
    }

    /** Bounds within a cell are few, so that what is left to search is short. */
    private int between(long number) {
        int cell = cell(number, below.length - 1);
        int low = below[cell];
        int high = below[cell + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bounds[middle] <= number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
