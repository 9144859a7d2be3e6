package dev.mete.engine.drools.drl;

import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.task.Unit;
import java.math.BigDecimal;

/** Reads the amounts that calls take as arguments. Used within one rule. */
final class ReadQuantity {
    private static final BigDecimal MOST_DIVISOR = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Mistakes mistakes;
    private final ReadAmount amounts;
    private final Constants constants;

    ReadQuantity(Scope scope) {
        this.mistakes = scope.mistakes();
        this.amounts = new ReadAmount(scope);
        this.constants = new Constants(scope);
    }

    /** A quantity of a unit; {@code Math.floorDiv} around all of it divides where Java counts in whole numbers. */
    Quantity quantity(Expr expr, Unit unit) {
        if (!Constants.isDecimal(unit)
                && expr instanceof Expr.Call(Expr.Name(String math, var _), String name, var _, var arguments, var span)
                && math.equals("Math")
                && name.equals("floorDiv")
                && arguments.size() == 2) {
            return new Quantity(amount(arguments.get(0), unit), divisor(arguments.get(1)), span);
        }
        return new Quantity(amount(expr, unit), 1, expr.span());
    }

    /** An amount of a unit in its smallest parts, not divided. */
    Amount amount(Expr expr, Unit unit) {
        int before = mistakes.count();
        Unit met = amounts.unit(expr);
        if (met != null && met != unit) {
            amounts.reportUnits(Code.WRONG_UNIT, expr.span(), unit, met);
        }
        return mistakes.count() > before ? new Amount.Fixed(1) : amounts.amount(expr, unit);
    }

    /**
     * A number that is the same for every task, from nothing to the given most, in smallest parts.
     *
     * @param varies how one that is not is reported
     */
    long constant(Expr expr, Unit unit, long most, Code varies) {
        if (expr instanceof Expr.Broken) {
            return 0;
        }
        if (!constants.isConstant(expr)) {
            mistakes.error(
                    varies,
                    expr.span(),
                    "`" + expr.span().text() + "` is no number that is the same for every task",
                    "write a number");
            return 0;
        }
        int before = mistakes.count();
        Amount amount = constants.amount(expr, unit);
        if (mistakes.count() > before || !(amount instanceof Amount.Fixed(long parts))) {
            return 0;
        }
        if (parts < 0 || parts > most) {
            mistakes.error(
                    Code.OUT_OF_BOUNDS,
                    expr.span(),
                    "`" + expr.span().text() + "` is "
                            + (parts < 0 ? "less than " + unit.format(0) : "more than " + unit.format(most)),
                    "write a number from " + unit.format(0) + " to " + unit.format(most));
            return 0;
        }
        return parts;
    }

    private long divisor(Expr expr) {
        if (expr instanceof Expr.Number(var value, var _, var _)
                && value.scale() <= 0
                && value.signum() > 0
                && value.compareTo(MOST_DIVISOR) <= 0) {
            return value.longValueExact();
        }
        mistakes.error(
                Code.WRONG_KIND_OF_VALUE,
                expr.span(),
                "`" + expr.span().text() + "` is no divisor",
                "write a whole number above 0");
        return 1;
    }
}
