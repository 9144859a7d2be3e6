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

    /** The place of a formula with such a test; -1 where none has one. */
    static int of(Region region, List<Formula> formulas) {
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int at = 0; at < formulas.size(); at++) {
            int ways = formulas.get(at) instanceof Formula.Any(var parts) ? parts.size() : 1;
            if (ways < fewest && in(region, formulas.get(at)) != null) {
                best = at;
                fewest = ways;
            }
        }
        return best;
    }

    /** A test within a formula that holds for some tasks of the region; null where there is none. */
    static Formula.@Nullable Test in(Region region, Formula formula) {
        return switch (formula) {
            case Formula.Test test -> region.truth(test) == Truth.SOME ? test : null;
            case Formula.All(var parts) -> first(region, parts);
            case Formula.Any(var parts) -> first(region, parts);
            case Formula.AtMostZero(var term, var _) -> in(region, term);
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
