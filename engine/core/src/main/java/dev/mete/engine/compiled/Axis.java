package dev.mete.engine.compiled;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.task.Task;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A feature whose values are put into at most {@link #MOST_REGIONS} regions. One class and a switch rather than a class for each kind: a decision asks
 * several of them in a row, and a call that can go to many classes costs more than the look-up itself. Immutable, thread-safe.
 */
final class Axis {
    /** So many regions can be numbered in a byte. */
    static final int MOST_REGIONS = 256;

    /** In so few cells or more are bounds told apart. */
    private static final int FEWEST_CELLS = 64;

    /** So many bounds in a cell are compared with one after the other, without a branch. */
    private static final int STEPS = 2;

    private static final Symbols NO_TEXTS = new Symbols(List.of());

    /** How the region of a value is found. */
    private enum Kind {
        /** The region is the position. */
        POSITION,
        /** The region is that of the bucket. */
        BUCKET,
        /** Regions are equally wide. */
        GRID,
        /** Regions lie between bounds, of which a cell of a grid has two at most. */
        STEPS,
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
        int cells = FEWEST_CELLS;
        while (cells < 4 * MOST_REGIONS && !areSteps(below(bounds, cells))) {
            cells *= 2;
        }
        int[] below = below(bounds, cells);
        // The steps of the last bound look beyond it.
        long[] ended = Arrays.copyOf(bounds, bounds.length + STEPS);
        Arrays.fill(ended, bounds.length, ended.length, Long.MAX_VALUE);
        return new Axis(
                areSteps(below) ? Kind.STEPS : Kind.BOUNDS,
                slot,
                bounds.length + 1,
                bounds[0],
                shift(bounds, cells - 2),
                ended,
                below,
                NO_TEXTS);
    }

    /** For each of so many cells how many bounds are at or below its first value, and all of them at the end. */
    private static int[] below(long[] bounds, int cells) {
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
        return below;
    }

    private static boolean areSteps(int[] below) {
        return IntStream.range(1, below.length).allMatch(cell -> below[cell] - below[cell - 1] <= STEPS);
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
            case STEPS -> step(task);
            case BOUNDS -> between(task.number(slot));
            case TEXT -> texts.of(task.text(slot), task.hash(slot));
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

    /** Whether a cell and two comparisons tell the region. */
    boolean isStepped() {
        return kind == Kind.STEPS;
    }

    /** The region of a task's value between bounds that two comparisons tell apart. */
    int step(Task task) {
        return step(task.number(slot));
    }

    /** The region of a text. */
    int region(String text) {
        return texts.of(text, text.hashCode());
    }

    /** The region of a quantity. */
    int region(long number) {
        return switch (kind) {
            case GRID -> cell(number, MOST_REGIONS);
            case STEPS -> step(number);
            case BOUNDS -> between(number);
            case POSITION, BUCKET, TEXT -> throw new IllegalStateException("no quantity");
        };
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

    /** What a cell cannot tell, two comparisons do, of which a processor guesses none. */
    private int step(long number) {
        int region = below[cell(number, below.length - 1)];
        return region + (number >= bounds[region] ? 1 : 0) + (number >= bounds[region + 1] ? 1 : 0);
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
