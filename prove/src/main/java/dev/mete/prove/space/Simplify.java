package dev.mete.prove.space;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Leaves out of formulas and numbers what a region decides. What is shared among them stays shared. Not thread-safe. */
public final class Simplify {
    private final Region region;
    private final IdentityHashMap<Formula, Formula> formulas = new IdentityHashMap<>();
    private final IdentityHashMap<Whole, Whole> wholes = new IdentityHashMap<>();

    public Simplify(Region region) {
        this.region = region;
    }

    /** A formula that holds for the same tasks of the region. */
    public Formula formula(Formula formula) {
        Formula known = formulas.get(formula);
        if (known == null) {
            known = simplified(formula);
            formulas.put(formula, known);
        }
        return known;
    }

    private Formula simplified(Formula formula) {
        return switch (region.truth(formula)) {
            case ALL -> Formula.YES;
            case NONE -> Formula.NO;
            case SOME ->
                switch (formula) {
                    case Formula.Test _ -> formula;
                    case Formula.AtMostZero(var whole, String words) -> new Formula.AtMostZero(whole(whole), words);
                    case Formula.All(var parts) ->
                        Formula.all(parts.stream().map(this::formula).toList());
                    case Formula.Any(var parts) ->
                        Formula.any(parts.stream().map(this::formula).toList());
                };
        };
    }

    /** A number that is the same for all tasks of the region. */
    public Whole whole(Whole whole) {
        Whole known = wholes.get(whole);
        if (known == null) {
            var bounds = region.bounds(whole);
            known = bounds.least().equals(bounds.greatest()) ? new Whole.Fixed(bounds.least()) : simplified(whole);
            wholes.put(whole, known);
        }
        return known;
    }

    private Whole simplified(Whole whole) {
        return switch (whole) {
            case Whole.Fixed _, Whole.Value _ -> whole;
            case Whole.Sum(var parts) -> sum(parts);
            case Whole.Times(BigInteger factor, var part) -> new Whole.Times(factor, whole(part));
            case Whole.Least(var parts) -> {
                var deciding = wholes(region.deciding(parts, true));
                yield deciding.size() == 1 ? deciding.getFirst() : new Whole.Least(deciding);
            }
            case Whole.Greatest(var parts) -> {
                var deciding = wholes(region.deciding(parts, false));
                yield deciding.size() == 1 ? deciding.getFirst() : new Whole.Greatest(deciding);
            }
            case Whole.Case(var when, var unless, var then, var otherwise) ->
                switch (region.truth(when)) {
                    case ALL -> whole(then);
                    case NONE -> whole(otherwise);
                    case SOME -> new Whole.Case(formula(when), formula(unless), whole(then), whole(otherwise));
                };
            case Whole.Floor(var part, BigInteger divisor) -> new Whole.Floor(whole(part), divisor);
        };
    }

    /** A sum of sums is one sum with one fixed part. */
    private Whole sum(List<Whole> parts) {
        BigInteger fixed = BigInteger.ZERO;
        var left = new ArrayList<Whole>();
        for (Whole part : wholes(parts)) {
            switch (part) {
                case Whole.Fixed(BigInteger number) -> fixed = fixed.add(number);
                case Whole.Sum(var inner) -> left.addAll(inner);
                case Whole.Value _, Whole.Times _, Whole.Least _, Whole.Greatest _, Whole.Case _, Whole.Floor _ ->
                    left.add(part);
            }
        }
        if (fixed.signum() != 0) {
            left.add(new Whole.Fixed(fixed));
        }
        return left.size() == 1 ? left.getFirst() : new Whole.Sum(left);
    }

    private List<Whole> wholes(List<Whole> parts) {
        return parts.stream().map(this::whole).toList();
    }
}
