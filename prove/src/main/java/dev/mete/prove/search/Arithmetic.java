package dev.mete.prove.search;

import de.uni_freiburg.informatik.ultimate.logic.ConstantTerm;
import de.uni_freiburg.informatik.ultimate.logic.Logics;
import de.uni_freiburg.informatik.ultimate.logic.Model;
import de.uni_freiburg.informatik.ultimate.logic.Rational;
import de.uni_freiburg.informatik.ultimate.logic.Script;
import de.uni_freiburg.informatik.ultimate.logic.Script.LBool;
import de.uni_freiburg.informatik.ultimate.smtinterpol.DefaultLogger;
import de.uni_freiburg.informatik.ultimate.smtinterpol.LogProxy;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.SMTInterpol;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Region;
import dev.mete.prove.space.Space;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides comparisons that mix features, by SMTInterpol: linear arithmetic of whole numbers of any size. Started when first asked. Not thread-safe. */
final class Arithmetic {
    private final Space space;
    private final Budget budget;
    private @Nullable Solver solver;

    Arithmetic(Space space, Budget budget) {
        this.space = space;
        this.budget = budget;
    }

    private record Solver(Script script, Encode encode) {}

    /**
     * Numbers by axis of a task in a region that meets all formulas, as far as the formulas ask for them. Null where there is no such task.
     *
     * @param isPlainest whether the plainest numbers are wanted that can be, which takes longer
     */
    @Nullable
    Map<Integer, BigInteger> solve(Region region, List<Formula> formulas, boolean isPlainest) throws OutOfTime {
        if (formulas.isEmpty()) {
            return Map.of();
        }
        var axes = new TreeSet<Integer>();
        formulas.forEach(formula -> AxesOf.formula(formula, axes));
        Solver by = solver();
        // what is declared within a level would end with it
        axes.forEach(by.encode::number);
        by.script.push(1);
        try {
            axes.forEach(axis -> by.script.assertTerm(by.encode.within(axis, region.cells(axis))));
            formulas.forEach(formula -> by.script.assertTerm(by.encode.term(region, formula)));
            if (!isPossible(by)) {
                return null;
            }
            return isPlainest ? preferred(by, region, axes) : model(by, axes);
        } finally {
            by.script.pop(1);
        }
    }

    private Solver solver() {
        Solver started = solver;
        if (started == null) {
            var log = new DefaultLogger();
            log.setLoglevel(LogProxy.LOGLEVEL_OFF);
            Script script = new SMTInterpol(log, budget::isOver);
            script.setOption(":produce-models", true);
            script.setLogic(Logics.QF_LIA);
            started = new Solver(script, new Encode(script, space));
            solver = started;
        }
        return started;
    }

    private static boolean isPossible(Solver by) throws OutOfTime {
        LBool answer = by.script.checkSat();
        if (answer == LBool.UNKNOWN) {
            throw new OutOfTime();
        }
        return answer == LBool.SAT;
    }

    /** Numbers that are possible together, one after the other the preferred one where it can be. */
    private Map<Integer, BigInteger> preferred(Solver by, Region region, Set<Integer> axes) throws OutOfTime {
        var chosen = new HashMap<Integer, BigInteger>();
        Map<Integer, BigInteger> model = model(by, axes);
        for (int axis : axes) {
            BigInteger number = number(model, axis);
            for (BigInteger wanted : Preferred.numbers(space, axis, region.cells(axis), number)) {
                if (number.equals(wanted)) {
                    break;
                }
                by.script.push(1);
                by.script.assertTerm(by.encode.equal(axis, wanted));
                boolean isPossible = isPossible(by);
                if (isPossible) {
                    number = wanted;
                    model = model(by, axes);
                }
                by.script.pop(1);
                if (isPossible) {
                    break;
                }
            }
            by.script.assertTerm(by.encode.equal(axis, number));
            chosen.put(axis, number);
            if (isStale(model, chosen)) {
                throw new IllegalStateException("a model that contradicts what was chosen");
            }
        }
        return chosen;
    }

    private static boolean isStale(Map<Integer, BigInteger> model, Map<Integer, BigInteger> chosen) {
        return chosen.entrySet().stream().anyMatch(entry -> !entry.getValue().equals(model.get(entry.getKey())));
    }

    private static BigInteger number(Map<Integer, BigInteger> model, int axis) {
        BigInteger number = model.get(axis);
        if (number == null) {
            throw new IllegalStateException("a model without axis " + axis);
        }
        return number;
    }

    private static Map<Integer, BigInteger> model(Solver by, Set<Integer> axes) {
        Model model = by.script.getModel();
        var values = new HashMap<Integer, BigInteger>();
        for (int axis : axes) {
            values.put(axis, whole(((ConstantTerm) model.evaluate(by.encode.number(axis))).getValue()));
        }
        return values;
    }

    private static BigInteger whole(Object value) {
        return switch (value) {
            case Rational rational -> rational.numerator();
            case BigInteger number -> number;
            default -> throw new IllegalStateException("no whole number: " + value);
        };
    }
}
