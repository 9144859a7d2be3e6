package dev.mete.prove.search;

import de.uni_freiburg.informatik.ultimate.logic.Script;
import de.uni_freiburg.informatik.ultimate.logic.Sort;
import de.uni_freiburg.informatik.ultimate.logic.Term;
import dev.mete.prove.space.Axis;
import dev.mete.prove.space.Bounds;
import dev.mete.prove.space.Cells;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Region;
import dev.mete.prove.space.Space;
import dev.mete.prove.space.Whole;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Puts formulas into the terms of a solver: a number for each axis, of a quantity its value, of any other its cell. Not thread-safe. */
final class Encode {
    private static final Term[] NONE = {};

    private final Script script;
    private final Space space;
    private final SortedMap<Integer, Term> numbers = new TreeMap<>();

    Encode(Script script, Space space) {
        this.script = script;
        this.space = space;
    }

    /** The number of an axis. */
    Term number(int axis) {
        return numbers.computeIfAbsent(axis, _ -> {
            String name = "axis" + axis;
            script.declareFun(name, new Sort[0], script.sort("Int"));
            return script.term(name);
        });
    }

    /** That a number is a given one. */
    Term equal(int axis, BigInteger value) {
        return script.term("=", number(axis), numeral(value));
    }

    /** That an axis's number lies in some cells. */
    Term within(int axis, Cells cells) {
        var runs = new ArrayList<Term>();
        BitSet bits = cells.toBits();
        for (int from = bits.nextSetBit(0); from >= 0; ) {
            int to = bits.nextClearBit(from);
            Bounds bounds = bounds(axis, from, to - 1);
            runs.add(script.term(
                    "and",
                    script.term("<=", numeral(bounds.least()), number(axis)),
                    script.term("<=", number(axis), numeral(bounds.greatest()))));
            from = bits.nextSetBit(to);
        }
        return joined("or", "false", runs);
    }

    private Bounds bounds(int axis, int first, int last) {
        return space.axes().get(axis) instanceof Axis.Ranges ranges
                ? new Bounds(BigInteger.valueOf(ranges.least(first)), BigInteger.valueOf(ranges.most(last)))
                : new Bounds(BigInteger.valueOf(first), BigInteger.valueOf(last));
    }

    /** A formula, of which what the region decides is left out. */
    Term term(Region region, Formula formula) {
        return switch (region.truth(formula)) {
            case ALL -> script.term("true");
            case NONE -> script.term("false");
            case SOME ->
                switch (formula) {
                    case Formula.Test(int axis, var cells) -> within(axis, cells);
                    case Formula.All(var parts) -> joined("and", "true", terms(region, parts));
                    case Formula.Any(var parts) -> joined("or", "false", terms(region, parts));
                    case Formula.AtMostZero(var whole, var _) ->
                        script.term("<=", term(region, whole), script.numeral("0"));
                };
        };
    }

    private List<Term> terms(Region region, List<Formula> parts) {
        return parts.stream().map(part -> term(region, part)).toList();
    }

    private Term term(Region region, Whole whole) {
        return switch (whole) {
            case Whole.Fixed(BigInteger number) -> numeral(number);
            case Whole.Value(int axis) -> number(axis);
            case Whole.Sum(var parts) ->
                parts.stream()
                        .map(part -> term(region, part))
                        .reduce((left, right) -> script.term("+", left, right))
                        .orElseGet(() -> script.numeral("0"));
            case Whole.Times(BigInteger factor, var part) -> script.term("*", numeral(factor), term(region, part));
            case Whole.Least(var parts) ->
                extreme(region, region.deciding(parts, true), (left, right) -> smaller(left, right, left, right));
            case Whole.Greatest(var parts) ->
                extreme(region, region.deciding(parts, false), (left, right) -> smaller(left, right, right, left));
            case Whole.Case(var when, var _, var then, var otherwise) ->
                switch (region.truth(when)) {
                    case ALL -> term(region, then);
                    case NONE -> term(region, otherwise);
                    case SOME -> script.term("ite", term(region, when), term(region, then), term(region, otherwise));
                };
            case Whole.Floor(var part, BigInteger divisor) -> script.term("div", term(region, part), numeral(divisor));
        };
    }

    private Term smaller(Term left, Term right, Term then, Term otherwise) {
        return script.term("ite", script.term("<=", left, right), then, otherwise);
    }

    private Term extreme(Region region, List<Whole> parts, BinaryOperator<Term> pick) {
        return parts.stream().map(part -> term(region, part)).reduce(pick).orElseThrow();
    }

    private Term joined(String operator, String empty, List<Term> parts) {
        return switch (parts.size()) {
            case 0 -> script.term(empty);
            case 1 -> parts.getFirst();
            default -> script.term(operator, parts.toArray(NONE));
        };
    }

    private Term numeral(BigInteger number) {
        Term size = script.numeral(number.abs());
        return number.signum() < 0 ? script.term("-", size) : size;
    }
}
