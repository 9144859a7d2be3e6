package dev.mete.engine.drools.drl;

import dev.mete.engine.check.Range;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.drools.drl.Fields.Field;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.task.FeatureType.Quantity;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads linear arithmetic over the fields of a task: sums, whole multiples, {@code Math.min} and {@code Math.max}, exactly. What plain Drools would
 * count in binary floating point or let overflow is refused. Used within one rule.
 */
final class ReadAmount {
    private static final TaskSchema SCHEMA = TaskSchema.of(Fields.FEATURES, new BitSet());
    private static final Amount NOTHING = new Amount.Fixed(0);

    private final Scope scope;
    private final Mistakes mistakes;
    private final Constants constants;

    ReadAmount(Scope scope) {
        this.scope = scope;
        this.mistakes = scope.mistakes();
        this.constants = new Constants(scope);
    }

    /** The unit of what an expression reads; null where it reads nothing or was reported. */
    @Nullable
    Unit unit(Expr expr) {
        if (constants.isConstant(expr)) {
            return null;
        }
        return switch (expr) {
            case Expr.Arithmetic(char sign, Expr left, Expr right, Span span) ->
                sign == '*' ? product(left, right, span) : same(List.of(left, right));
            case Expr.Minus(Expr part, var _) -> unit(part);
            case Expr.Call(Expr target, String name, var _, var arguments, var _)
            when isExtreme(target, name, arguments) -> same(arguments);
            case Expr.Named _ -> fieldUnit(expr);
            case Expr.Number _, Expr.Broken _ -> null;
            case Expr.Test _, Expr.Text _, Expr.Flag _ -> {
                mistakes.error(
                        Code.NO_AMOUNT,
                        expr.span(),
                        "`" + expr.span().text() + "` is no number",
                        "write a number or a field that is one");
                yield null;
            }
        };
    }

    /** The amount of an expression whose parts were found to be of the unit, in its smallest parts. */
    Amount amount(Expr expr, Unit unit) {
        Amount amount = lowered(expr, unit);
        if (!Range.of(amount, SCHEMA).fitsLong()) {
            mistakes.error(
                    Code.TOO_LARGE_TO_COUNT,
                    expr.span(),
                    "`" + expr.span().text() + "` can come to more than a number can hold",
                    "write smaller factors");
            return NOTHING;
        }
        return amount;
    }

    private Amount lowered(Expr expr, Unit unit) {
        if (constants.isConstant(expr)) {
            return constants.amount(expr, unit);
        }
        return switch (expr) {
            case Expr.Arithmetic(char sign, Expr left, Expr right, var _) ->
                switch (sign) {
                    case '*' -> times(left, right, unit);
                    case '-' -> new Amount.Sum(List.of(amount(left, unit), new Amount.Times(-1, amount(right, unit))));
                    default -> new Amount.Sum(List.of(amount(left, unit), amount(right, unit)));
                };
            case Expr.Minus(Expr part, var _) -> new Amount.Times(-1, amount(part, unit));
            case Expr.Call(Expr target, String name, var _, var arguments, var _)
            when isExtreme(target, name, arguments) -> {
                var parts = arguments.stream().map(part -> amount(part, unit)).toList();
                yield name.equals("min") ? new Amount.Least(parts) : new Amount.Greatest(parts);
            }
            case Expr.Named _ ->
                scope.field(expr)
                        .<Amount>map(field -> new Amount.Slot(field.slot()))
                        .orElse(NOTHING);
            case Expr.Test _, Expr.Text _, Expr.Flag _, Expr.Number _, Expr.Broken _ -> NOTHING;
        };
    }

    private Amount times(Expr left, Expr right, Unit unit) {
        boolean isLeftFactor = constants.isConstant(left);
        long factor = constants.factor(isLeftFactor ? left : right, unit);
        return new Amount.Times(factor, amount(isLeftFactor ? right : left, unit));
    }

    private @Nullable Unit product(Expr left, Expr right, Span span) {
        if (!constants.isConstant(left) && !constants.isConstant(right)) {
            mistakes.error(
                    Code.NOT_LINEAR,
                    span,
                    "a product of two fields is not linear, so nothing could be proved about the policy",
                    "multiply a field by a number");
            return null;
        }
        return unit(constants.isConstant(left) ? right : left);
    }

    private @Nullable Unit same(List<Expr> parts) {
        Unit unit = null;
        for (Expr part : parts) {
            Unit other = unit(part);
            if (unit != null && other != null && unit != other) {
                reportUnits(Code.NOT_COMPARABLE, part.span(), unit, other);
                return unit;
            }
            unit = unit == null ? other : unit;
        }
        return unit;
    }

    /** Reports an amount that is of another unit than what it is measured against. */
    void reportUnits(Code code, Span span, Unit wanted, Unit met) {
        mistakes.error(
                code,
                span,
                "`" + span.text() + "` is " + met.description() + ", not " + wanted.description(),
                "compare and add only what has the same unit");
    }

    private @Nullable Unit fieldUnit(Expr expr) {
        var field = scope.field(expr);
        if (field.isEmpty()) {
            scope.reportUnknown(expr);
            return null;
        }
        Field found = field.get();
        if (found.feature().type() instanceof Quantity(Unit unit, var _, var _)) {
            return unit;
        }
        mistakes.error(
                Code.NO_AMOUNT,
                expr.span(),
                "`" + found.name() + "` is " + found.feature().type().description() + ", no number",
                "compare it with `==`, `!=` or `in`");
        return null;
    }

    private static boolean isExtreme(Expr target, String name, List<Expr> arguments) {
        return isMath(target) && (name.equals("min") || name.equals("max")) && arguments.size() == 2;
    }

    private static boolean isMath(Expr target) {
        return target instanceof Expr.Name(String className, var _) && className.equals("Math");
    }
}
