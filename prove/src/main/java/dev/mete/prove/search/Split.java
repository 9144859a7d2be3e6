package dev.mete.prove.search;

import dev.mete.prove.space.Axis;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Region;
import dev.mete.prove.space.Truth;
import dev.mete.prove.space.Whole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the test to divide a region by: one of the formula with the fewest ways to hold. */
final class Split {
    private Split() {}

    /** A test to divide a region by; null where there is none, so that what is left is for the solver. */
    static @Nullable Found of(Region region, List<Formula> formulas) {
        // where features are mixed, the solver divides better: it learns from what cannot be
        boolean isMixed = formulas.stream().anyMatch(formula -> isMixed(region, formula));
        Found best = null;
        int fewest = Integer.MAX_VALUE;
        for (int at = 0; at < formulas.size(); at++) {
            int ways = formulas.get(at) instanceof Formula.Any(var parts) ? parts.size() : 1;
            if (ways < fewest) {
                Formula.Test test = in(region, formulas.get(at), isMixed);
                if (test != null) {
                    best = new Found(at, test);
                    fewest = ways;
                }
            }
        }
        return best;
    }

    /**
     * A test, and the place of the formula that it is in.
     *
     * @param test holds for some tasks of the region
     */
    record Found(int of, Formula.Test test) {}

    private static boolean isMixed(Region region, Formula formula) {
        return switch (formula) {
            case Formula.Test _ -> false;
            case Formula.All(var parts) -> parts.stream().anyMatch(part -> isMixed(region, part));
            case Formula.Any(var parts) -> parts.stream().anyMatch(part -> isMixed(region, part));
            case Formula.AtMostZero _ -> region.truth(formula) == Truth.SOME;
        };
    }

    /** A test that divides the region; of a text where only such ones are wanted. */
    private static Formula.@Nullable Test in(Region region, Formula formula, boolean isOfText) {
        return switch (formula) {
            case Formula.Test test ->
                region.truth(test) == Truth.SOME && (!isOfText || isText(region, test)) ? test : null;
            case Formula.All(var parts) -> first(region, parts, isOfText);
            case Formula.Any(var parts) -> first(region, parts, isOfText);
            case Formula.AtMostZero(var whole, var _) -> in(region, whole);
        };
    }

    private static Formula.@Nullable Test first(Region region, List<Formula> parts, boolean isOfText) {
        for (Formula part : parts) {
            Formula.Test test = in(region, part, isOfText);
            if (test != null) {
                return test;
            }
        }
        return null;
    }

    /** Within a number the solver decides everything but texts, of which it knows nothing. */
    private static Formula.@Nullable Test in(Region region, Whole whole) {
        return switch (whole) {
            case Whole.Fixed _, Whole.Value _ -> null;
            case Whole.Sum(var parts) -> firstIn(region, parts);
            case Whole.Times(var _, var part) -> in(region, part);
            case Whole.Least(var parts) -> firstIn(region, parts);
            case Whole.Greatest(var parts) -> firstIn(region, parts);
            case Whole.Floor(var part, var _) -> in(region, part);
            case Whole.Case(var when, var _, var then, var otherwise) ->
                switch (region.truth(when)) {
                    case ALL -> in(region, then);
                    case NONE -> in(region, otherwise);
                    case SOME -> {
                        var test = in(region, when, true);
                        yield test != null ? test : firstIn(region, List.of(then, otherwise));
                    }
                };
        };
    }

    private static boolean isText(Region region, Formula.Test test) {
        return switch (region.space().axes().get(test.axis())) {
            case Axis.Texts _, Axis.Match _ -> true;
            case Axis.Ranges _, Axis.Positions _, Axis.Member _, Axis.Given _, Axis.BucketLines _ -> false;
        };
    }

    private static Formula.@Nullable Test firstIn(Region region, List<Whole> parts) {
        for (Whole part : parts) {
            Formula.Test test = in(region, part);
            if (test != null) {
                return test;
            }
        }
        return null;
    }
}
