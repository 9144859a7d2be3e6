package dev.mete.engine.compiled;

import dev.mete.engine.decision.Bucket;
import dev.mete.engine.task.Task;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows as bits: for each region of each axis, a set of the rows that can hold there. What all sets of a task share is verified, from the first on,
 * unless its tests say all.
 */
final class BitRows implements LineIndex {
    /** The regions of so many axes fit into a {@code long}. */
    static final int MOST_AXES = 8;

    private static final int WORD = 6;

    /** Grids first, then those with steps: each kind in a loop of its own, which knows the kind. */
    private final Axis[] axes;

    private final int grids;
    private final int stepped;

    /** By axis: the words of the first region, those of the second, and so on. */
    private final long[][] sets;

    private final int words;

    /** By row. */
    private final int[] lines;

    /** By row: what is left to ask; null for a row that holds wherever all sets have it. */
    private final @Nullable Tests[] tests;

    BitRows(Axis[] axes, long[][] sets, int words, int[] lines, @Nullable Tests[] tests) {
        this.axes = axes;
        this.grids = (int) Arrays.stream(axes).takeWhile(Axis::isGrid).count();
        this.stepped = grids
                + (int) Arrays.stream(axes)
                        .skip(grids)
                        .takeWhile(Axis::isStepped)
                        .count();
        this.sets = sets;
        this.words = words;
        this.lines = lines;
        this.tests = tests;
    }

    @Override
    public int next(Task task, Bucket bucket, int from, int below) {
        return words == 1 ? inOneWord(task, bucket, from, below) : inWords(task, bucket, from, below);
    }

    private int inOneWord(Task task, Bucket bucket, int from, int below) {
        int line = first(live(task, bucket), 0, task, bucket, from, below);
        return line < 0 ? NONE : line;
    }

    /** Of at most 64 rows, those that all sets of a task share. */
    long live(Task task, Bucket bucket) {
        long live = -1L;
        for (int axis = 0; axis < grids; axis++) {
            live &= sets[axis][axes[axis].cell(task)];
        }
        for (int axis = grids; axis < stepped; axis++) {
            live &= sets[axis][axes[axis].step(task)];
        }
        for (int axis = stepped; axis < axes.length; axis++) {
            live &= sets[axis][axes[axis].region(task, bucket)];
        }
        return live;
    }

    /** Of at most 64 rows, those of the lines from one on and below another. */
    long rows(int from, int below) {
        long rows = 0;
        for (int row = 0; row < lines.length; row++) {
            rows |= lines[row] >= from && lines[row] < below ? 1L << row : 0;
        }
        return rows;
    }

    /** The line of the first of these rows, out of at most 64, that holds. */
    int first(long rows, Task task, Bucket bucket) {
        for (long live = rows; live != 0; live &= live - 1) {
            int row = Long.numberOfTrailingZeros(live);
            Tests left = tests[row];
            if (left == null || left.hold(task, bucket)) {
                return lines[row];
            }
        }
        return NONE;
    }

    private int inWords(Task task, Bucket bucket, int from, int below) {
        long regions = 0;
        for (int axis = axes.length - 1; axis >= stepped; axis--) {
            regions = regions << Byte.SIZE | axes[axis].region(task, bucket);
        }
        for (int axis = stepped - 1; axis >= grids; axis--) {
            regions = regions << Byte.SIZE | axes[axis].step(task);
        }
        for (int axis = grids - 1; axis >= 0; axis--) {
            regions = regions << Byte.SIZE | axes[axis].cell(task);
        }
        for (int word = 0; word < words; word++) {
            long left = regions;
            long live = -1L;
            for (long[] set : sets) {
                live &= set[(int) (left & 0xFF) * words + word];
                left >>>= Byte.SIZE;
            }
            if (live != 0) {
                int line = first(live, word << WORD, task, bucket, from, below);
                if (line >= 0) {
                    return line;
                }
            }
        }
        return NONE;
    }

    /** The first line of the rows of a word that holds; {@link #NONE} where the rows from there on are not looked at; less than 0 where none holds. */
    private int first(long word, int offset, Task task, Bucket bucket, int from, int below) {
        for (long live = word; live != 0; live &= live - 1) {
            int row = offset + Long.numberOfTrailingZeros(live);
            int line = lines[row];
            if (line >= below) {
                return NONE;
            }
            Tests left = tests[row];
            if (line >= from && (left == null || left.hold(task, bucket))) {
                return line;
            }
        }
        return -1;
    }
}
