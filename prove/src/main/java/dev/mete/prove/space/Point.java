package dev.mete.prove.space;

import dev.mete.engine.task.Task;
import java.math.BigInteger;
import java.util.List;

/** One task, of which every formula either holds or does not. Immutable, thread-safe. */
public final class Point {
    private final Space space;
    private final Task task;
    private final int[] cells;

    private Point(Space space, Task task, int[] bucketLines) {
        this.space = space;
        this.task = task;
        this.cells = new int[space.axes().size()];
        for (int axis = 0; axis < cells.length; axis++) {
            cells[axis] = cell(space.axes().get(axis), task, bucketLines);
        }
    }

    /** The point of a task whose bucket the first of the lines decides that holds. */
    public static Point of(Space space, Task task, List<Formula> bucketLines) {
        return ofEach(space, task, List.of(bucketLines));
    }

    /** The point of a task whose bucket in each policy the first of its lines decides that holds. */
    public static Point ofEach(Space space, Task task, List<List<Formula>> bucketLines) {
        // a bucket line never asks for the bucket
        var known = new Point(space, task, new int[bucketLines.size()]);
        return new Point(
                space,
                task,
                bucketLines.stream().mapToInt(lines -> first(lines, known)).toArray());
    }

    private static int first(List<Formula> lines, Point point) {
        int line = 0;
        while (line < lines.size() && !point.holds(lines.get(line))) {
            line++;
        }
        return line;
    }

    /** All tasks that lie in the same cells. */
    public Region region() {
        return Region.at(space, cells);
    }

    private static int cell(Axis axis, Task task, int[] bucketLines) {
        return switch (axis) {
            case Axis.Ranges ranges -> task.has(ranges.slot()) ? ranges.cell(task.number(ranges.slot())) : 0;
            case Axis.Positions(int slot, var _) -> task.has(slot) ? (int) task.number(slot) : 0;
            case Axis.Texts texts -> {
                int at = task.has(texts.slot()) ? texts.named().indexOf(task.text(texts.slot())) : -1;
                yield at < 0 ? texts.others() : at;
            }
            case Axis.Match(int slot, var match, var text) -> match.holds(task.text(slot), text) ? 1 : 0;
            case Axis.Member(int slot, var member) -> task.members(slot).contains(member) ? 1 : 0;
            case Axis.Given(int slot) -> task.has(slot) ? 1 : 0;
            case Axis.BucketLines(int policy, var _) -> bucketLines[policy];
        };
    }

    /** Whether a formula holds. */
    public boolean holds(Formula formula) {
        return switch (formula) {
            case Formula.Test(int axis, var wanted) -> wanted.has(cells[axis]);
            case Formula.All(var parts) -> parts.stream().allMatch(this::holds);
            case Formula.Any(var parts) -> parts.stream().anyMatch(this::holds);
            case Formula.AtMostZero(var whole, var _) -> number(whole).signum() <= 0;
        };
    }

    /** What a number comes to. */
    public BigInteger number(Whole whole) {
        return switch (whole) {
            case Whole.Fixed(BigInteger number) -> number;
            case Whole.Value(int axis) ->
                BigInteger.valueOf(
                        space.axes().get(axis) instanceof Axis.Ranges ranges
                                ? task.has(ranges.slot()) ? task.number(ranges.slot()) : 0
                                : cells[axis]);
            case Whole.Sum(var parts) -> parts.stream().map(this::number).reduce(BigInteger.ZERO, BigInteger::add);
            case Whole.Times(BigInteger factor, var part) -> number(part).multiply(factor);
            case Whole.Least(var parts) ->
                parts.stream().map(this::number).reduce(BigInteger::min).orElseThrow();
            case Whole.Greatest(var parts) ->
                parts.stream().map(this::number).reduce(BigInteger::max).orElseThrow();
            case Whole.Case(var when, var _, var then, var otherwise) -> number(holds(when) ? then : otherwise);
            case Whole.Floor(var part, BigInteger divisor) -> {
                var parts = number(part).divideAndRemainder(divisor);
                yield parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
            }
        };
    }
}
