package dev.mete.engine.compiled;

import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskSchema;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** For each region of an axis, the rows that can hold there. Immutable once made. */
final class RowSets {
    private final Axis axis;
    private final TaskSchema schema;
    private final int perRegion;

    /** By row: the share of the regions in which it can hold. */
    private final double[] shares;

    private final long[] words;

    RowSets(Axis axis, List<Row> rows, TaskSchema schema) {
        this.axis = axis;
        this.schema = schema;
        this.perRegion = (rows.size() + Long.SIZE - 1) / Long.SIZE;
        this.words = new long[axis.regions() * perRegion];
        this.shares = new double[rows.size()];
        var untested = new long[perRegion];
        for (int row = 0; row < rows.size(); row++) {
            if (!put(rows.get(row), row)) {
                untested[row / Long.SIZE] |= 1L << row;
                shares[row] = 1;
            }
        }
        for (int word = 0; word < words.length; word++) {
            words[word] |= untested[word % perRegion];
        }
    }

    Axis axis() {
        return axis;
    }

    /** The words of the first region, those of the second, and so on. */
    long[] words() {
        return words;
    }

    /** The share of the regions in which a row can hold. */
    double share(int row) {
        return shares[row];
    }

    /** How many rows are left at these values of a quantity, in all. */
    long met(long[] values) {
        long left = 0;
        for (long value : values) {
            int region = axis.region(value);
            for (int word = 0; word < perRegion; word++) {
                left += Long.bitCount(words[region * perRegion + word]);
            }
        }
        return left;
    }

    /** Whether what a row tests here is true in the whole of every region that has it. */
    boolean isExact(Row row) {
        Interval range = row.ranges().get(axis.slot());
        if (range == null) {
            return true;
        }
        return schema.feature(axis.slot()).type() instanceof FeatureType.Quantity(var _, long least, long most)
                && (range.least() <= least || axis.isBound(range.least()))
                && (range.most() >= most || axis.isBound(range.most() + 1));
    }

    /** Puts a row into the regions in which it can hold; false, and it belongs to all of them, where it does not test the feature. */
    private boolean put(Row row, int place) {
        int slot = axis.slot();
        Interval range = row.ranges().get(slot);
        BitSet positions = row.positions().get(slot);
        Set<String> texts = row.texts().get(slot);
        if (range != null && schema.feature(slot).type() instanceof FeatureType.Quantity(var _, long low, long high)) {
            long least = Math.max(range.least(), low);
            long most = Math.min(range.most(), high);
            int last = least <= most ? axis.region(most) : -1;
            for (int region = axis.region(least); region <= last; region++) {
                put(region, place);
            }
        } else if (positions != null) {
            for (int region = positions.nextSetBit(0);
                    region >= 0 && region < axis.regions();
                    region = positions.nextSetBit(region + 1)) {
                put(region, place);
            }
        } else if (texts != null) {
            texts.forEach(text -> put(axis.region(text), place));
        } else {
            return false;
        }
        return true;
    }

    private void put(int region, int row) {
        words[region * perRegion + row / Long.SIZE] |= 1L << row;
        shares[row] += 1.0 / axis.regions();
    }
}
