package dev.mete.prove.search;

import dev.mete.engine.task.Feature;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Value;
import dev.mete.prove.space.Axis;
import dev.mete.prove.space.Cells;
import dev.mete.prove.space.Space;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** What a witness says where it is free to: the default of a feature, else a round number near the least. */
final class Preferred {
    private static final long TEN = 10;
    private static final long MOST_STEP = 1_000_000_000_000_000L;
    private static final int MOST_TRIED = 24;

    private Preferred() {}

    /** The cell that a witness is looked for in first. */
    static int cell(Space space, int axis, Cells among) {
        int cell = ofDefault(space.schema(), space.axes().get(axis));
        return cell >= 0 && among.has(cell) ? cell : among.first();
    }

    private static int ofDefault(TaskSchema schema, Axis axis) {
        return switch (axis) {
            case Axis.Ranges ranges ->
                schema.feature(ranges.slot()).defaultValue() instanceof Value.Scalar(long number)
                        ? ranges.cell(number)
                        : -1;
            case Axis.Positions(int slot, var _) ->
                schema.feature(slot).defaultValue() instanceof Value.Scalar(long number) ? (int) number : -1;
            case Axis.Texts texts -> {
                Feature feature = schema.feature(texts.slot());
                yield feature.defaultValue() instanceof Value.Words(String text)
                                && texts.named().contains(text)
                        ? texts.named().indexOf(text)
                        : texts.others();
            }
            case Axis.Match _, Axis.Member _, Axis.Given _ -> 0;
            case Axis.BucketLines _ -> -1;
        };
    }

    /** The number that a witness has on an axis where it is free to: the value of a quantity, of any other axis its cell. */
    static BigInteger number(Space space, int axis, Cells among) {
        int cell = cell(space, axis, among);
        return BigInteger.valueOf(
                space.axes().get(axis) instanceof Axis.Ranges ranges ? number(space.schema(), ranges, cell) : cell);
    }

    /** What to try before a number that is possible, the plainest first. */
    static List<BigInteger> numbers(Space space, int axis, Cells among, BigInteger possible) {
        var numbers = new ArrayList<>(List.of(number(space, axis, among)));
        if (space.axes().get(axis) instanceof Axis.Ranges ranges) {
            long number = possible.longValueExact();
            int cell = ranges.cell(number);
            for (long step = MOST_STEP; step > 1; step /= TEN) {
                long below = Math.floorDiv(number, step) * step;
                LongStream.of(below, below + step)
                        .filter(near -> ranges.least(cell) <= near && near <= ranges.most(cell))
                        .mapToObj(BigInteger::valueOf)
                        .filter(near -> !numbers.contains(near))
                        .forEach(numbers::add);
            }
        }
        return numbers.subList(0, Math.min(MOST_TRIED, numbers.size()));
    }

    private static long number(TaskSchema schema, Axis.Ranges ranges, int cell) {
        return schema.feature(ranges.slot()).defaultValue() instanceof Value.Scalar(long number)
                        && ranges.cell(number) == cell
                ? number
                : roundest(ranges.least(cell), ranges.most(cell));
    }

    /** The number of a range with the fewest digits before its last zeros, the least of several. */
    static long roundest(long least, long most) {
        long roundest = least;
        for (long step = TEN; step <= MOST_STEP && step <= most; step *= TEN) {
            long round = Math.ceilDiv(least, step) * step;
            if (round > most) {
                break;
            }
            roundest = digits(round) < digits(roundest) ? round : roundest;
        }
        return roundest;
    }

    private static int digits(long number) {
        return Long.toString(number).replaceFirst("0+$", "").length();
    }
}
