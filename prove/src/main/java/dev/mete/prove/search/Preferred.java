package dev.mete.prove.search;

import dev.mete.engine.task.Feature;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Value;
import dev.mete.prove.space.Axis;
import dev.mete.prove.space.Cells;
import dev.mete.prove.space.Space;
import java.math.BigInteger;

/** What a witness says where it is free to: the default of a feature, else its least. */
final class Preferred {
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

    private static long number(TaskSchema schema, Axis.Ranges ranges, int cell) {
        return schema.feature(ranges.slot()).defaultValue() instanceof Value.Scalar(long number)
                        && ranges.cell(number) == cell
                ? number
                : ranges.least(cell);
    }
}
