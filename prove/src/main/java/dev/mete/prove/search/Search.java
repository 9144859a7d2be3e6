package dev.mete.prove.search;

import dev.mete.prove.space.Cells;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Region;
import dev.mete.prove.space.Space;
import dev.mete.prove.space.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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

    public Search(Space space, Budget budget) {
        this.space = space;
        this.budget = budget;
        this.arithmetic = new Arithmetic(space, budget);
        this.texts = new MakeText(space);
    }

    /** A region and what has to hold in it beyond what holds everywhere in it. */
    private record Open(Region region, List<Formula> formulas) {}

    /** Finds tasks of a region that meet all formulas. */
    public Answer find(Region region, List<Formula> formulas) {
        var found = new ArrayList<Leaf>();
        boolean isWhole = each(region, formulas, leaf -> {
            found.add(leaf);
            return false;
        });
        return !found.isEmpty()
                ? new Answer.Found(found.getFirst())
                : isWhole ? new Answer.None() : new Answer.NotDecided();
    }

    /**
     * Visits all tasks of a region that meet all formulas, in leaves that have none in common.
     *
     * @param visitor says whether to go on
     * @return whether the search was not cut short by its budget
     */
    public boolean each(Region region, List<Formula> formulas, Predicate<Leaf> visitor) {
        try {
            visit(new Open(region, formulas), visitor);
            return true;
        } catch (OutOfTime _) {
            return false;
        }
    }

    private boolean visit(Open before, Predicate<Leaf> visitor) throws OutOfTime {
        budget.spend();
        Open open = narrowed(before);
        if (open == null) {
            return true;
        }
        Formula.Test split = Split.of(open.region(), open.formulas());
        if (split == null) {
            return leaf(open, visitor);
        }
        int axis = split.axis();
        Cells here = open.region().cells(axis);
        Cells inside = here.and(split.cells());
        Cells outside = here.minus(split.cells());
        boolean isInsideFirst = inside.has(Preferred.cell(space, axis, here));
        return visit(within(open, axis, isInsideFirst ? inside : outside), visitor)
                && visit(within(open, axis, isInsideFirst ? outside : inside), visitor);
    }

    private static Open within(Open open, int axis, Cells cells) {
        Region region = open.region().within(axis, cells);
        if (region == null) {
            throw new IllegalStateException("a split that divides nothing");
        }
        return new Open(region, open.formulas());
    }

    private boolean leaf(Open open, Predicate<Leaf> visitor) throws OutOfTime {
        if (!texts.canBe(open.region())) {
            return true;
        }
        var numbers = arithmetic.solve(open.region(), open.formulas());
        return numbers == null || visitor.test(new Leaf(open.region(), open.formulas(), numbers));
    }

    /** What is left of formulas after all that follows from each alone; null where they cannot hold together. */
    private @Nullable Open narrowed(Open open) {
        Region region = open.region();
        List<Formula> formulas = open.formulas();
        while (true) {
            Region before = region;
            var left = new ArrayList<Formula>();
            for (Formula formula : formulas) {
                region = narrowed(region, formula, left);
                if (region == null) {
                    return null;
                }
            }
            formulas = left;
            if (region == before) {
                return new Open(region, formulas);
            }
        }
    }

    private @Nullable Region narrowed(Region region, Formula formula, List<Formula> left) {
        return switch (formula) {
            case Formula.Test(int axis, var cells) -> region.within(axis, cells);
            case Formula.All(var parts) -> {
                Region narrowed = region;
                for (Formula part : parts) {
                    narrowed = narrowed == null ? null : narrowed(narrowed, part, left);
                }
                yield narrowed;
            }
            case Formula.Any any -> narrowed(region, any, left);
            case Formula.AtMostZero atMost ->
                switch (region.truth(atMost)) {
                    case ALL -> region;
                    case NONE -> null;
                    case SOME -> {
                        left.add(atMost);
                        yield region;
                    }
                };
        };
    }

    private @Nullable Region narrowed(Region region, Formula.Any any, List<Formula> left) {
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
            return possible.isEmpty() ? null : narrowed(region, possible.getFirst(), left);
        }
        left.add(possible.size() == any.parts().size() ? any : new Formula.Any(possible));
        return region;
    }
}
