package dev.mete.prove.search;

import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Region;
import dev.mete.prove.space.Whole;
import dev.mete.prove.space.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the test to divide a region by: one of the formula with the fewest ways to hold. */
final class Split {
    private Split() {}

    /** A test that holds for some tasks of the region; null where the formulas have none. */
    static Formula.@Nullable Test of(Region region, List<Formula> formulas) {
        Formula.Test best = null;
        int fewest = Integer.MAX_VALUE;
        for (Formula formula : formulas) {
            int ways = formula instanceof Formula.Any(var parts) ? parts.size() : 1;
            if (ways < fewest) {
                Formula.Test test = in(region, formula);
                if (test != null) {
                    best = test;
                    fewest = ways;
                }
            }
        }
        return best;
    }

    private static Formula.@Nullable Test in(Region region, Formula formula) {
        return switch (formula) {
            case Formula.Test test -> region.truth(test) == Truth.SOME ? test : null;
            case Formula.All(var parts) -> first(region, parts);
            case Formula.Any(var parts) -> first(region, parts);
            case Formula.AtMostZero(var term) -> in(region, term);
        };
    }

    private static Formula.@Nullable Test first(Region region, List<Formula> parts) {
        for (Formula part : parts) {
            Formula.Test test = in(region, part);
            if (test != null) {
                return test;
            }
        }
        return null;
    }

    private static Formula.@Nullable Test in(Region region, Whole term) {
        return switch (term) {
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
                        var test = in(region, when);
                        yield test != null ? test : firstIn(region, List.of(then, otherwise));
                    }
                };
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
