package dev.mete.prove;

import dev.mete.prove.space.Axis;
import dev.mete.prove.space.Cells;
import dev.mete.prove.space.Region;

/** How large a region is. */
public final class Share {
    private Share() {}

    /** The share of all tasks, where each value of a closed feature counts alike, each named text as much as all others, and each doubling of an amount. */
    public static double of(Region region) {
        double share = 1;
        for (int axis = 0; axis < region.space().axes().size(); axis++) {
            share *= of(region.space().axes().get(axis), region.cells(axis));
        }
        return share;
    }

    private static double of(Axis axis, Cells cells) {
        return switch (axis) {
            case Axis.Ranges ranges -> doublings(ranges, cells) / doublings(ranges, Cells.range(0, ranges.cells()));
            case Axis.Positions _, Axis.Texts _, Axis.Match _, Axis.Member _, Axis.Given _ ->
                (double) cells.size() / axis.cells();
            // what the other axes say already
            case Axis.BucketLines _ -> 1;
        };
    }

    private static double doublings(Axis.Ranges ranges, Cells cells) {
        double sum = 0;
        for (int cell = 0; cell < ranges.cells(); cell++) {
            if (cells.has(cell)) {
                sum += signed(ranges.most(cell) + 1.0) - signed((double) ranges.least(cell));
            }
        }
        return sum;
    }

    private static double signed(double value) {
        return Math.signum(value) * Math.log1p(Math.abs(value));
    }
}
