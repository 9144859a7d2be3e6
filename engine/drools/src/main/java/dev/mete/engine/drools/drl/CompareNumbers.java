package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.task.Unit;

/** Gives comparisons of numbers their meaning, and reports those that have none. Used within one rule. */
final class CompareNumbers {
    private final Mistakes mistakes;
    private final ReadAmount amounts;

    CompareNumbers(Scope scope) {
        this.mistakes = scope.mistakes();
        this.amounts = new ReadAmount(scope);
    }

    /** Whether the comparison holds between two amounts of the same unit, the first of which reads the task. */
    Condition compare(Comparison comparison, Expr left, Expr right, Span span) {
        int before = mistakes.count();
        Unit leftUnit = amounts.unit(left);
        if (mistakes.count() > before) {
            return new Condition.Always(true, span);
        }
        Unit rightUnit = amounts.unit(right);
        if (mistakes.count() > before) {
            return new Condition.Always(true, span);
        }
        if (leftUnit == null) {
            mistakes.error(
                    Code.FIELD_FIRST,
                    span,
                    rightUnit == null
                            ? "`" + span.text() + "` reads nothing of the task"
                            : "the left side reads nothing of the task",
                    rightUnit == null
                            ? "compare a field"
                            : "write the field first: `" + swapped(comparison, left, right) + "`");
            return new Condition.Always(true, span);
        }
        if (rightUnit != null && rightUnit != leftUnit) {
            amounts.reportUnits(Code.NOT_COMPARABLE, right.span(), leftUnit, rightUnit);
            return new Condition.Always(true, span);
        }
        return new Condition.Compare(
                comparison, amounts.amount(left, leftUnit), amounts.amount(right, leftUnit), 1, span);
    }

    /** The comparison with its sides exchanged, as an author writes it. */
    static String swapped(Comparison comparison, Expr left, Expr right) {
        String sign = switch (comparison) {
            case EQUAL -> "==";
            case NOT_EQUAL -> "!=";
            case LESS -> ">";
            case AT_MOST -> ">=";
            case GREATER -> "<";
            case AT_LEAST -> "<=";
        };
        return right.span().text() + " " + sign + " " + left.span().text();
    }
}
