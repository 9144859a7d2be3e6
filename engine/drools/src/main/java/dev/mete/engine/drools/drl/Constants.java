package dev.mete.engine.drools.drl;

import dev.mete.engine.ir.Amount;
import dev.mete.engine.task.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The parts of an expression that read nothing of a task, worked out exactly. Used within one rule. */
final class Constants {
    private static final BigDecimal MOST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Scope scope;
    private final Mistakes mistakes;

    Constants(Scope scope) {
        this.scope = scope;
        this.mistakes = scope.mistakes();
    }

    /** Whether Java counts a unit in {@code double}s. */
    static boolean isDecimal(Unit unit) {
        return switch (unit) {
            case MONEY, NUMBER, PERCENT -> true;
            case TOKENS, DURATION -> false;
        };
    }

    boolean isConstant(Expr expr) {
        return switch (expr) {
            case Expr.Number _ -> true;
            case Expr.Minus(Expr part, var _) -> isConstant(part);
            case Expr.Arithmetic(var _, Expr left, Expr right, var _) -> isConstant(left) && isConstant(right);
            case Expr.Test _, Expr.Named _, Expr.Text _, Expr.Flag _, Expr.Broken _ -> false;
        };
    }

    /** A constant as a fixed amount of the unit's smallest parts. */
    Amount amount(Expr expr, Unit unit) {
        if (isDecimal(unit) && !scope.isConsequence() && isWide(expr)) {
            mistakes.error(
                    Code.MISWRITTEN_NUMBER,
                    expr.span(),
                    "`" + expr.span().text()
                            + "` is a long of Java, which plain Drools does not compare with a decimal",
                    "write it without the `L`");
        }
        if (scope.isConsequence() && !isDecimal(unit)) {
            checkWhole(expr);
        }
        BigDecimal value = value(expr);
        var parts = value.multiply(BigDecimal.valueOf(unit.scale())).stripTrailingZeros();
        if (parts.scale() > 0) {
            mistakes.error(
                    Code.TOO_FINE,
                    expr.span(),
                    "`" + expr.span().text() + "` is finer than " + unit.description() + " can be",
                    "round it to " + finest(unit));
        } else if (scope.isConsequence() && isDecimal(unit)) {
            checkDouble(expr, value, unit);
        }
        return new Amount.Fixed(bounded(expr, parts));
    }

    /** A constant as a whole factor of an amount of the unit. */
    long factor(Expr expr, Unit unit) {
        if (scope.isConsequence()) {
            checkWhole(expr);
        }
        var factor = value(expr).stripTrailingZeros();
        if (factor.scale() > 0) {
            mistakes.error(
                    Code.DECIMAL_FACTOR,
                    expr.span(),
                    "the factor `" + expr.span().text()
                            + "` is not a whole number, and plain Drools would count it in binary floating point",
                    scope.isConsequence() && isDecimal(unit)
                            ? "multiply by a whole number; the Mete language can take a part of an amount of money"
                            : "write whole factors on both sides, or `Math.floorDiv(3 * …, 2)` around a whole amount of a plan or limit");
        }
        return bounded(expr, factor);
    }

    private long bounded(Expr expr, BigDecimal value) {
        if (value.abs().compareTo(MOST) > 0) {
            mistakes.error(
                    Code.TOO_LARGE_TO_COUNT,
                    expr.span(),
                    "`" + expr.span().text() + "` is more than a number can hold",
                    "write a smaller number");
            return 0;
        }
        return value.longValue();
    }

    private BigDecimal value(Expr expr) {
        return switch (expr) {
            case Expr.Number(BigDecimal value, boolean wide, var _) -> {
                if (scope.isConsequence() && !wide) {
                    checkInt(expr, value);
                }
                yield value;
            }
            case Expr.Minus(Expr part, var _) -> value(part).negate();
            case Expr.Arithmetic arithmetic -> worked(arithmetic);
            case Expr.Test _, Expr.Named _, Expr.Text _, Expr.Flag _, Expr.Broken _ -> BigDecimal.ZERO;
        };
    }

    private BigDecimal worked(Expr.Arithmetic expr) {
        BigDecimal left = value(expr.left());
        BigDecimal right = value(expr.right());
        if (left.abs().max(right.abs()).compareTo(MOST) > 0) {
            return left.max(right);
        }
        BigDecimal value = switch (expr.sign()) {
            case '*' -> left.multiply(right);
            case '-' -> left.subtract(right);
            default -> left.add(right);
        };
        if (left.scale() > 0 || right.scale() > 0) {
            mistakes.error(
                    Code.DECIMAL_FACTOR,
                    expr.span(),
                    "plain Drools would work `" + expr.span().text() + "` out in binary floating point",
                    "write `" + value.stripTrailingZeros().toPlainString() + "`");
        } else if (!isWide(expr)) {
            checkInt(expr, value);
        }
        return value;
    }

    private void checkInt(Expr expr, BigDecimal value) {
        if (value.scale() <= 0 && value.abs().compareTo(MOST_INT) > 0) {
            mistakes.error(
                    Code.MORE_THAN_AN_INT,
                    expr.span(),
                    "`" + expr.span().text()
                            + "` is more than an int of Java can hold, which plain Drools would make of it",
                    "write `" + value.toPlainString() + "L`");
        }
    }

    /** Calls that take whole numbers take no {@code 1000.0}. */
    private void checkWhole(Expr expr) {
        switch (expr) {
            case Expr.Number(BigDecimal value, var _, var _)
            when value.scale() > 0 && value.stripTrailingZeros().scale() <= 0 ->
                mistakes.error(
                        Code.DECIMAL_FACTOR,
                        expr.span(),
                        "`" + expr.span().text() + "` is no whole number of Java",
                        "write `" + value.stripTrailingZeros().toPlainString() + "`");
            case Expr.Minus(Expr part, var _) -> checkWhole(part);
            case Expr.Arithmetic(var _, Expr left, Expr right, var _) -> {
                checkWhole(left);
                checkWhole(right);
            }
            case Expr.Number _, Expr.Test _, Expr.Named _, Expr.Text _, Expr.Flag _, Expr.Broken _ -> {}
        }
    }

    /** Calls that take decimals take doubles of Java, which hold 15 digits. */
    private void checkDouble(Expr expr, BigDecimal value, Unit unit) {
        BigDecimal rounded = BigDecimal.valueOf(value.doubleValue())
                .setScale(Long.toString(unit.scale()).length() - 1, RoundingMode.HALF_EVEN);
        if (rounded.compareTo(value) != 0) {
            mistakes.error(
                    Code.DECIMAL_FACTOR,
                    expr.span(),
                    "`" + expr.span().text()
                            + "` has more digits than a double of Java, which plain Drools makes of it",
                    "write `" + rounded.stripTrailingZeros().toPlainString() + "`");
        }
    }

    private static boolean isWide(Expr expr) {
        return switch (expr) {
            case Expr.Number number -> number.wide();
            case Expr.Minus(Expr part, var _) -> isWide(part);
            case Expr.Arithmetic(var _, Expr left, Expr right, var _) -> isWide(left) || isWide(right);
            case Expr.Test _, Expr.Named _, Expr.Text _, Expr.Flag _, Expr.Broken _ -> false;
        };
    }

    private static String finest(Unit unit) {
        return switch (unit) {
            case NUMBER, PERCENT -> "6 fraction digits";
            case TOKENS -> "whole tokens";
            case MONEY -> "9 fraction digits, a nano-dollar";
            case DURATION -> "whole milliseconds";
        };
    }
}
