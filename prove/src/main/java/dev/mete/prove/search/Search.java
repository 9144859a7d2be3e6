package dev.mete.prove.search;

import dev.mete.prove.space.Cells;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Region;
import dev.mete.prove.space.Space;
import dev.mete.prove.space.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Divides regions until all formulas hold in them or one does not. Exact: what single features are asked for is decided here, comparisons that mix features
 * by a solver, texts by making one. Not thread-safe.
 */
public final class Search {
    private final Space space;
    private final Budget budget;
    private final Arithmetic arithmetic;
    private final MakeText texts;
    private BitSet used = new BitSet();
    private boolean isPlainestWanted;

    public Search(Space space, Budget budget) {
        this.space = space;
        this.budget = budget;
        this.arithmetic = new Arithmetic(space, budget);
        this.texts = new MakeText(space);
    }

    /**
     * What is left of one of the formulas that are to hold.
     *
     * @param of its place among them
     */
    private record Left(int of, Formula formula) {}

    /** A region and what has to hold in it beyond what holds everywhere in it. */
    private record Open(Region region, List<Left> left) {
        List<Formula> formulas() {
            return left.stream().map(Left::formula).toList();
        }
    }

    /** Finds tasks of a region that meet all formulas. */
    public Answer find(Region region, List<Formula> formulas) {
        return find(region, formulas, true);
    }

    /** Whether no task of a region meets all formulas, for certain. Cheaper than to find one. */
    public boolean isNone(Region region, List<Formula> formulas) {
        return find(region, formulas, false) instanceof Answer.None;
    }

    private Answer find(Region region, List<Formula> formulas, boolean isPlainest) {
        used = new BitSet(formulas.size());
        isPlainestWanted = isPlainest;
        var all = IntStream.range(0, formulas.size())
                .mapToObj(at -> new Left(at, formulas.get(at)))
                .toList();
        try {
            Leaf found = visit(new Open(region, all));
            return found == null ? new Answer.None(used) : new Answer.Found(found);
        } catch (OutOfTime _) {
            return new Answer.NotDecided();
        }
    }

    private @Nullable Leaf visit(Open before) throws OutOfTime {
        budget.spend();
        Open open = narrowed(before);
        if (open == null) {
            return null;
        }
        var found = Split.of(open.region(), open.formulas());
        if (found == null) {
            return leaf(open);
        }
        used.set(open.left().get(found.of()).of());
        Formula.Test split = found.test();
        int axis = split.axis();
        Cells here = open.region().cells(axis);
        Cells inside = here.and(split.cells());
        Cells outside = here.minus(split.cells());
        boolean isInsideFirst = inside.has(Preferred.cell(space, axis, here));
        Leaf leaf = visit(within(open, axis, isInsideFirst ? inside : outside));
        return leaf == null ? visit(within(open, axis, isInsideFirst ? outside : inside)) : leaf;
    }

    private static Open within(Open open, int axis, Cells cells) {
        Region region = open.region().within(axis, cells);
        if (region == null) {
            throw new IllegalStateException("a split that divides nothing");
        }
        return new Open(region, open.left());
    }

    private @Nullable Leaf leaf(Open open) throws OutOfTime {
        if (!texts.canBe(open.region())) {
            return null;
        }
        List<Formula> rest = open.formulas();
        var numbers = arithmetic.solve(open.region(), rest, isPlainestWanted);
        if (numbers == null) {
            open.left().forEach(left -> used.set(left.of()));
            return null;
        }
        return new Leaf(open.region(), rest, numbers);
    }

    /** What is left of formulas after all that follows from each alone; null where they cannot hold together. */
    private @Nullable Open narrowed(Open open) {
        Region region = open.region();
        List<Left> lefts = open.left();
        while (true) {
            Region before = region;
            var next = new ArrayList<Left>();
            for (Left left : lefts) {
                Region narrowed = narrowed(region, left.of(), left.formula(), next);
                if (narrowed != region) {
                    used.set(left.of());
                }
                if (narrowed == null) {
                    return null;
                }
                region = narrowed;
            }
            lefts = next;
            if (region == before) {
                return new Open(region, lefts);
            }
        }
    }

    private @Nullable Region narrowed(Region region, int of, Formula formula, List<Left> next) {
        return switch (formula) {
            case Formula.Test(int axis, var cells) -> region.within(axis, cells);
            case Formula.All(var parts) -> {
                Region narrowed = region;
                for (Formula part : parts) {
                    narrowed = narrowed == null ? null : narrowed(narrowed, of, part, next);
                }
                yield narrowed;
            }
            case Formula.Any any -> narrowed(region, of, any, next);
            case Formula.AtMostZero atMost ->
                switch (region.truth(atMost)) {
                    case ALL -> region;
                    case NONE -> null;
                    case SOME -> {
                        next.add(new Left(of, atMost));
                        yield region;
                    }
                };
        };
    }

    private @Nullable Region narrowed(Region region, int of, Formula.Any any, List<Left> next) {
        var possible = new ArrayList<Formula>(any.parts().size());
        for (Formula part : any.parts()) {
            Truth truth = region.truth(part);
            if (truth == Truth.ALL) {
                return region;
            }
            if (truth == Truth.SOME) {
                possible.add(part);
            }
        }
        if (possible.size() < 2) {
            return possible.isEmpty() ? null : narrowed(region, of, possible.getFirst(), next);
        }
        next.add(new Left(of, possible.size() == any.parts().size() ? any : new Formula.Any(possible)));
        return region;
    }
}
