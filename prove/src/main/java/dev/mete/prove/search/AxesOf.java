package dev.mete.prove.search;

import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Whole;
import java.util.Set;

/** The axes that formulas ask for. */
final class AxesOf {
    private AxesOf() {}

    static void formula(Formula formula, Set<Integer> axes) {
        switch (formula) {
            case Formula.Test(int axis, var _) -> axes.add(axis);
            case Formula.All(var parts) -> parts.forEach(part -> formula(part, axes));
            case Formula.Any(var parts) -> parts.forEach(part -> formula(part, axes));
            case Formula.AtMostZero(var whole, var _) -> whole(whole, axes);
        }
    }

    private static void whole(Whole whole, Set<Integer> axes) {
        switch (whole) {
            case Whole.Fixed _ -> {}
            case Whole.Value(int axis) -> axes.add(axis);
            case Whole.Sum(var parts) -> parts.forEach(part -> whole(part, axes));
            case Whole.Times(var _, var part) -> whole(part, axes);
            case Whole.Least(var parts) -> parts.forEach(part -> whole(part, axes));
            case Whole.Greatest(var parts) -> parts.forEach(part -> whole(part, axes));
            case Whole.Case(var when, var _, var then, var otherwise) -> {
                formula(when, axes);
                whole(then, axes);
                whole(otherwise, axes);
            }
            case Whole.Floor(var part, var _) -> whole(part, axes);
        }
    }
}
