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
    private final int count;
    private final int perRegion;
    private final long[] words;

    RowSets(Axis axis, List<Row> rows, TaskSchema schema) {
        this.axis = axis;
        this.schema = schema;
        this.count = rows.size();
        this.perRegion = (rows.size() + Long.SIZE - 1) / Long.SIZE;
        this.words = new long[axis.regions() * perRegion];
        for (int row = 0; row < rows.size(); row++) {
            int place = row;
            regions(rows.get(row)).stream().forEach(region -> put(region, place));
        }
    }

    Axis axis() {
        return axis;
    }

    /** The words of the first region, those of the second, and so on. */
    long[] words() {
        return words;
    }

    /** The share of the rows that a region leaves, on average. */
    double share() {
        long left = 0;
        for (long word : words) {
            left += Long.bitCount(word);
        }
        return (double) left / axis.regions() / count;
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

    private BitSet regions(Row row) {
        var regions = new BitSet();
        int slot = axis.slot();
        Interval range = row.ranges().get(slot);
        BitSet positions = row.positions().get(slot);
        Set<String> texts = row.texts().get(slot);
        if (range != null && schema.feature(slot).type() instanceof FeatureType.Quantity(var _, long low, long high)) {
            long least = Math.max(range.least(), low);
            long most = Math.min(range.most(), high);
            if (least <= most) {
                regions.set(axis.region(least), axis.region(most) + 1);
            }
        } else if (positions != null) {
            regions.or(positions);
            regions.clear(axis.regions(), Math.max(axis.regions(), regions.length()));
        } else if (texts != null) {
            texts.forEach(text -> regions.set(axis.region(text)));
        } else {
            regions.set(0, axis.regions());
        }
        return regions;
    }

    private void put(int region, int row) {
        words[region * perRegion + row / Long.SIZE] |= 1L << row;
    }
}
