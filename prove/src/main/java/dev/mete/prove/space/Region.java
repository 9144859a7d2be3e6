package dev.mete.prove.space;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The tasks that lie in some cells of each axis. Never changes, never empty; keeps what it was asked, so not thread-safe. */
public final class Region {
    private final Space space;
    private final Cells[] cells;
    private final IdentityHashMap<Formula, Truth> truths = new IdentityHashMap<>();
    private final IdentityHashMap<Whole, Bounds> bounds = new IdentityHashMap<>();

    private Region(Space space, Cells[] cells) {
        this.space = space;
        this.cells = cells;
    }

    /** All tasks of a space. */
    public static Region all(Space space) {
        var cells = new Cells[space.axes().size()];
        for (int axis = 0; axis < cells.length; axis++) {
            cells[axis] = space.all(axis);
        }
        return new Region(space, cells);
    }

    /** The tasks that lie in one cell of each axis. */
    static Region at(Space space, int[] cells) {
        return new Region(space, IntStream.of(cells).mapToObj(Cells::only).toArray(Cells[]::new));
    }

    /** What it is a region of. */
    public Space space() {
        return space;
    }

    /** The cells of an axis in which its tasks lie. */
    public Cells cells(int axis) {
        return cells[axis];
    }

    /** Its tasks that also lie in these cells of an axis; null where there are none. */
    public @Nullable Region within(int axis, Cells only) {
        Cells both = cells[axis].and(only);
        if (both.isEmpty()) {
            return null;
        }
        if (both.size() == cells[axis].size()) {
            return this;
        }
        var narrowed = cells.clone();
        narrowed[axis] = both;
        return new Region(space, narrowed);
    }

    /** The same region with these cells of an axis, of which there is at least one. */
    public Region with(int axis, Cells instead) {
        if (instead.isEmpty()) {
            throw new IllegalArgumentException("a region of no tasks");
        }
        if (instead.equals(cells[axis])) {
            return this;
        }
        var changed = cells.clone();
        changed[axis] = instead;
        return new Region(space, changed);
    }

    /** Its tasks that lie in none of these cells of an axis; null where there are none. */
    public @Nullable Region without(int axis, Cells but) {
        return within(axis, space.all(axis).minus(but));
    }

    /** Whether a formula holds here, as far as tests of single features and bounds of amounts tell. */
    public Truth truth(Formula formula) {
        return switch (formula) {
            case Formula.Test(int axis, var wanted) ->
                !cells[axis].meets(wanted) ? Truth.NONE : wanted.hasAll(cells[axis]) ? Truth.ALL : Truth.SOME;
            case Formula.All _, Formula.Any _, Formula.AtMostZero _ -> {
                Truth known = truths.get(formula);
                if (known == null) {
                    known = found(formula);
                    truths.put(formula, known);
                }
                yield known;
            }
        };
    }

    private Truth found(Formula formula) {
        return switch (formula) {
            case Formula.Test test -> truth(test);
            case Formula.All(var parts) -> all(parts);
            case Formula.Any(var parts) -> any(parts);
            case Formula.AtMostZero(var term, var _) -> {
                var found = bounds(term);
                yield found.greatest().signum() <= 0 ? Truth.ALL : found.least().signum() > 0 ? Truth.NONE : Truth.SOME;
            }
        };
    }

    /** What a formula comes to here, without the parts that the region decides; its comparisons are as they were written. */
    public Formula left(Formula formula) {
        return switch (truth(formula)) {
            case ALL -> Formula.YES;
            case NONE -> Formula.NO;
            case SOME ->
                switch (formula) {
                    case Formula.Test _, Formula.AtMostZero _ -> formula;
                    case Formula.All(var parts) ->
                        Formula.all(parts.stream().map(this::left).toList());
                    case Formula.Any(var parts) ->
                        Formula.any(parts.stream().map(this::left).toList());
                };
        };
    }

    private Truth all(List<Formula> parts) {
        Truth all = Truth.ALL;
        for (Formula part : parts) {
            Truth truth = truth(part);
            if (truth == Truth.NONE) {
                return Truth.NONE;
            }
            if (truth == Truth.SOME) {
                all = Truth.SOME;
            }
        }
        return all;
    }

    private Truth any(List<Formula> parts) {
        Truth any = Truth.NONE;
        for (Formula part : parts) {
            Truth truth = truth(part);
            if (truth == Truth.ALL) {
                return Truth.ALL;
            }
            if (truth == Truth.SOME) {
                any = Truth.SOME;
            }
        }
        return any;
    }

    /** The parts of which the least, or the greatest, is that of all parts here: without those that never go beyond what one of the others always reaches. */
    public List<Whole> deciding(List<Whole> parts, boolean isLeast) {
        var bounds = parts.stream().map(this::bounds).toList();
        int reaching = 0;
        for (int at = 1; at < parts.size(); at++) {
            boolean isBetter = isLeast
                    ? bounds.get(at).greatest().compareTo(bounds.get(reaching).greatest()) < 0
                    : bounds.get(at).least().compareTo(bounds.get(reaching).least()) > 0;
            reaching = isBetter ? at : reaching;
        }
        var deciding = new ArrayList<Whole>();
        for (int at = 0; at < parts.size(); at++) {
            boolean goesBeyond = isLeast
                    ? bounds.get(at).least().compareTo(bounds.get(reaching).greatest()) < 0
                    : bounds.get(at).greatest().compareTo(bounds.get(reaching).least()) > 0;
            if (at == reaching || goesBeyond) {
                deciding.add(parts.get(at));
            }
        }
        return deciding;
    }

    /** What a term comes to here, at least and at most. */
    public Bounds bounds(Whole term) {
        Bounds known = bounds.get(term);
        if (known == null) {
            known = found(term);
            bounds.put(term, known);
        }
        return known;
    }

    private Bounds found(Whole term) {
        return switch (term) {
            case Whole.Fixed(BigInteger number) -> new Bounds(number, number);
            case Whole.Value(int axis) ->
                switch (space.axes().get(axis)) {
                    case Axis.Ranges ranges ->
                        Bounds.of(ranges.least(cells[axis].first()), ranges.most(cells[axis].last()));
                    case Axis.Positions _,
                            Axis.Texts _,
                            Axis.Match _,
                            Axis.Member _,
                            Axis.Given _,
                            Axis.BucketLines _ -> Bounds.of(cells[axis].first(), cells[axis].last());
                };
            case Whole.Sum(var parts) -> parts.stream().map(this::bounds).reduce(Bounds.of(0, 0), Bounds::plus);
            case Whole.Times(BigInteger factor, var part) -> bounds(part).times(factor);
            case Whole.Least(var parts) ->
                parts.stream().map(this::bounds).reduce(Bounds::least).orElseThrow();
            case Whole.Greatest(var parts) ->
                parts.stream().map(this::bounds).reduce(Bounds::greatest).orElseThrow();
            case Whole.Case(var when, var _, var then, var otherwise) ->
                switch (truth(when)) {
                    case ALL -> bounds(then);
                    case NONE -> bounds(otherwise);
                    case SOME -> bounds(then).either(bounds(otherwise));
                };
            case Whole.Floor(var part, BigInteger divisor) -> bounds(part).over(divisor);
        };
    }
}
