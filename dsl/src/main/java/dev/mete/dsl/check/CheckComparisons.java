package dev.mete.dsl.check;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Expression;
import dev.mete.dsl.syntax.Operator;
import dev.mete.dsl.syntax.Text;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.task.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Checks comparisons: both sides are of one kind, and an order is asked for where there is one. */
final class CheckComparisons {
    private static final Form ALONE = new Form.OfCandidate(BigDecimal.ONE, Figure.CUT_OFF);

    /** All calls, in millionths. */
    private static final int ALWAYS = 1_000_000;

    private final CheckExpressions expressions;
    private final Report report;

    CheckComparisons(CheckExpressions expressions, Report report) {
        this.expressions = expressions;
        this.report = report;
    }

    /** The question that a comparison asks. */
    Question compared(Expression subject, Operator operator, Expression other, Span span) {
        var left = expressions.closed(subject);
        var right = expressions.closed(other);
        if (left.isPresent() && right.isPresent() && !isValue(left.get(), other)) {
            return broken(
                    Code.TWO_FEATURES,
                    span,
                    "`" + left.get().name() + "` and `" + right.get().name() + "` cannot be compared with each other",
                    "compare each with a value, such as `" + left.get().name() + " is "
                            + left.get().values().getFirst() + "`");
        }
        if (left.isPresent()) {
            return closed(left.get(), operator, other, span);
        }
        if (right.isPresent()) {
            return closed(right.get(), flipped(operator), subject, span);
        }
        return open(subject, operator, other, span);
    }

    private static boolean isValue(Operand.Closed closed, Expression other) {
        return other instanceof Expression.Name(var word) && closed.values().contains(word.text());
    }

    private Question closed(Operand.Closed closed, Operator operator, Expression value, Span span) {
        boolean isOrdering = !isEquality(operator);
        if (isOrdering && !closed.ordered()) {
            return broken(
                    Code.NO_ORDER,
                    span,
                    "the values of `" + closed.name() + "` have no order",
                    "ask with `is` or `in`, such as `" + closed.name() + " is "
                            + closed.values().getFirst() + "`");
        }
        OptionalInt position = position(closed, value);
        if (position.isEmpty()) {
            return new Question.Broken(span);
        }
        Comparison comparison = comparison(operator);
        Set<Integer> positions = IntStream.range(0, closed.values().size())
                .filter(i -> comparison.holds(i, position.getAsInt()))
                .boxed()
                .collect(Collectors.toSet());
        return closed.among(positions, span);
    }

    /** The position of a value; reports what is none. */
    OptionalInt position(Operand.Closed closed, Expression value) {
        if (value instanceof Expression.Name(var word)) {
            int position = closed.values().indexOf(word.text());
            if (position < 0) {
                report.unknown(
                        Code.UNKNOWN_VALUE,
                        word.span(),
                        "`" + closed.name() + "` has no value `" + word.text() + "`",
                        word.text(),
                        closed.values());
            }
            return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
        }
        if (!(value instanceof Expression.Broken)) {
            String help = value instanceof Expression.Literal(var text)
                            && closed.values().contains(text.value())
                    ? "write `" + text.value() + "` without quotes"
                    : "its values are " + String.join(", ", closed.values());
            report.error(
                    Code.WRONG_KIND_OF_VALUE,
                    value.span(),
                    "`" + CheckExpressions.shown(value.span()) + "` is no value of `" + closed.name() + "`",
                    help);
        }
        return OptionalInt.empty();
    }

    /** A comparison in which neither side is a closed feature. */
    private Question open(Expression subject, Operator operator, Expression other, Span span) {
        Operand left = expressions.operand(subject);
        Operand right = expressions.operand(other);
        if (left instanceof Operand.TextFeature && right instanceof Operand.Unknown(var word)) {
            return unquoted(subject, word.text(), word.span());
        }
        if (right instanceof Operand.TextFeature && left instanceof Operand.Unknown(var word)) {
            return unquoted(other, word.text(), word.span());
        }
        // Beside something broken, an unknown word can be one of its values.
        if (isBroken(left) || isBroken(right)) {
            return new Question.Broken(span);
        }
        // Beside something unknown, another unknown word is one mistake with it.
        if (!isKnown(left) || !isKnown(right)) {
            return new Question.Broken(span);
        }
        if (left instanceof Operand.Flag(int slot)
                && right instanceof Operand.Condition(Question.Always(boolean value, var _))) {
            return flag(slot, operator, value, subject, span);
        }
        if (right instanceof Operand.Flag(int slot)
                && left instanceof Operand.Condition(Question.Always(boolean value, var _))) {
            return flag(slot, operator, value, other, span);
        }
        if (left instanceof Operand.Amount(var a) && right instanceof Operand.Amount(var b)) {
            return amounts(a, operator, b, span);
        }
        if (left instanceof Operand.TextFeature(int slot) && other instanceof Expression.Literal(var text)) {
            return text(slot, operator, text, subject, span);
        }
        if (right instanceof Operand.TextFeature(int slot) && subject instanceof Expression.Literal(var text)) {
            return text(slot, operator, text, other, span);
        }
        return incomparable(subject, left, other, right, span);
    }

    /** Reports a word that has to stand in quotes. */
    Question unquoted(Expression feature, String word, Span span) {
        return broken(
                Code.WRONG_KIND_OF_VALUE,
                span,
                "`" + feature.span().text() + "` is about texts, and `" + word + "` has no quotes",
                "write `\"" + word + "\"`");
    }

    private Question flag(int slot, Operator operator, boolean value, Expression feature, Span span) {
        if (!isEquality(operator)) {
            return broken(
                    Code.NO_ORDER,
                    span,
                    "`" + feature.span().text() + "` is true or false, which have no order",
                    "write `" + feature.span().text() + "` or `not "
                            + feature.span().text() + "`");
        }
        boolean wanted = value == (comparison(operator) == Comparison.EQUAL);
        return new Question.Among(slot, Set.of(wanted ? 1 : 0), span);
    }

    /** Two amounts compared. */
    Question amounts(Measure left, Operator operator, Measure right, Span span) {
        if (operator == Operator.IS || operator == Operator.IS_NOT) {
            return broken(
                    Code.WRONG_OPERATOR,
                    span,
                    "amounts are compared with signs, not with `" + operator.sign() + "`",
                    "write `" + comparison(operator).sign() + "`");
        }
        if (left.unit() == right.unit() || left.fits(right.unit()) || right.fits(left.unit())) {
            return isCutOff(left) || isCutOff(right)
                    ? cutOff(left, operator, right, span)
                    : new Question.Compared(comparison(operator), left, right, span);
        }
        if (left.plain() || right.plain()) {
            Measure plain = left.plain() ? left : right;
            Measure other = left.plain() ? right : left;
            return broken(
                    Code.MISSING_UNIT,
                    plain.span(),
                    "`" + CheckExpressions.shown(plain.span()) + "` has no unit, and `"
                            + CheckExpressions.shown(other.span()) + "` is "
                            + other.unit().description(),
                    "write " + withUnit(plain, other.unit()));
        }
        return broken(
                Code.NOT_COMPARABLE,
                span,
                "`" + CheckExpressions.shown(left.span()) + "` is "
                        + left.unit().description() + ", `" + CheckExpressions.shown(right.span()) + "` is "
                        + right.unit().description(),
                "compare amounts of one unit");
    }

    private static boolean isCutOff(Measure measure) {
        return measure.form().isWeighed() && measure.form().figures().anyMatch(figure -> figure == Figure.CUT_OFF);
    }

    /** How often a cap cuts an answer off is no amount that is linear in the task, but whether it is at most a constant is a linear question. */
    private Question cutOff(Measure left, Operator operator, Measure right, Span span) {
        if (right.form().equals(ALONE)) {
            return cutOff(right, flipped(operator), left, span);
        }
        boolean isOrder = !isEquality(operator);
        if (!left.form().equals(ALONE) || !right.form().isConstant() || !isOrder) {
            return broken(
                    Code.CUT_OFF_COMPARED,
                    span,
                    "`cut_off` is only compared with a fixed percentage",
                    "write `cut_off <= 5%`");
        }
        BigDecimal millionths = right.form().constant().divide(Figure.CUT_OFF.size());
        boolean isStrict = operator == Operator.LESS || operator == Operator.AT_LEAST;
        int most = millionths
                .setScale(0, isStrict ? RoundingMode.CEILING : RoundingMode.FLOOR)
                .subtract(isStrict ? BigDecimal.ONE : BigDecimal.ZERO)
                .min(BigDecimal.valueOf(ALWAYS))
                .max(BigDecimal.ONE.negate())
                .intValueExact();
        Question atMost = most < 0
                ? new Question.Always(false, span)
                : most >= ALWAYS ? new Question.Always(true, span) : new Question.CutOff(most, span);
        boolean isUpper = operator == Operator.LESS || operator == Operator.AT_MOST;
        return isUpper ? atMost : new Question.Not(atMost, span);
    }

    /** Spellings of a plain constant with a unit. */
    static String withUnit(Measure plain, Unit unit) {
        BigDecimal constant = plain.form().constant();
        String sign = constant.signum() < 0 ? "-" : "";
        String number = constant.abs().toPlainString();
        return switch (unit) {
            case MONEY -> "`" + sign + "$" + number + "`";
            case DURATION -> "`" + sign + number + "s` or `" + sign + number + "ms`";
            case PERCENT -> "`" + sign + number + "%`";
            case NUMBER, TOKENS -> "`" + sign + number + "`";
        };
    }

    private Question text(int slot, Operator operator, Text text, Expression feature, Span span) {
        if (operator == Operator.IS || operator == Operator.IS_NOT) {
            return broken(
                    Code.WRONG_OPERATOR,
                    span,
                    "texts are compared with signs, not with `" + operator.sign() + "`",
                    "write `" + feature.span().text() + " "
                            + comparison(operator).sign() + " " + text.span().text() + "`");
        }
        if (!isEquality(operator)) {
            return broken(
                    Code.NO_ORDER,
                    span,
                    "texts have no order",
                    "use `=`, `!=`, `in`, `starts with`, `ends with` or `contains`");
        }
        if (!FeatureValues.isShortEnough(text, report)) {
            return new Question.Broken(span);
        }
        Question among = new Question.TextAmong(slot, Set.of(text.value()), span);
        return operator == Operator.NOT_EQUAL ? new Question.Not(among, span) : among;
    }

    /** Reports two things that no comparison joins. */
    Question incomparable(Expression subject, Operand left, Expression other, Operand right, Span span) {
        if (left instanceof Operand.Condition || right instanceof Operand.Condition) {
            Expression condition = left instanceof Operand.Condition ? subject : other;
            return broken(
                    Code.NOT_COMPARABLE,
                    span,
                    "`" + CheckExpressions.shown(condition.span()) + "` is a condition, which is not compared",
                    "it holds or it does not: write it alone, or with `not`, or join two with `and` or `or`");
        }
        boolean isSet = left instanceof Operand.SetFeature || right instanceof Operand.SetFeature;
        boolean areTexts = left instanceof Operand.TextFeature && right instanceof Operand.TextFeature;
        boolean areFlags = left instanceof Operand.Flag && right instanceof Operand.Flag;
        String help = isSet
                ? "ask for a member, such as `\"…\" in "
                        + (left instanceof Operand.SetFeature ? subject : other)
                                .span()
                                .text() + "`"
                : areTexts
                        ? "compare each with a text in quotes"
                        : areFlags ? "join them with `and`, `or` and `not`" : "compare two things of the same kind";
        return broken(
                areTexts || areFlags ? Code.TWO_FEATURES : Code.NOT_COMPARABLE,
                span,
                "`" + CheckExpressions.shown(subject.span()) + "` is " + left.description() + ", `"
                        + CheckExpressions.shown(other.span()) + "` is " + right.description(),
                help);
    }

    /** Whether an operand is something; reports a name that nothing has. */
    boolean isKnown(Operand operand) {
        if (operand instanceof Operand.Unknown(var word)) {
            expressions.unknown(word);
            return false;
        }
        return !isBroken(operand);
    }

    private static boolean isBroken(Operand operand) {
        return operand instanceof Operand.Broken || operand instanceof Operand.Condition(Question.Broken _);
    }

    private Question broken(Code code, Span span, String message, @Nullable String help) {
        report.error(code, span, message, help);
        return new Question.Broken(span);
    }

    private static boolean isEquality(Operator operator) {
        Comparison comparison = comparison(operator);
        return comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
    }

    private static Comparison comparison(Operator operator) {
        return switch (operator) {
            case EQUAL, IS -> Comparison.EQUAL;
            case NOT_EQUAL, IS_NOT -> Comparison.NOT_EQUAL;
            case LESS -> Comparison.LESS;
            case AT_MOST -> Comparison.AT_MOST;
            case GREATER -> Comparison.GREATER;
            case AT_LEAST -> Comparison.AT_LEAST;
            case IN -> throw new IllegalStateException("`in` takes a list");
        };
    }

    private static Operator flipped(Operator operator) {
        return switch (operator) {
            case LESS -> Operator.GREATER;
            case AT_MOST -> Operator.AT_LEAST;
            case GREATER -> Operator.LESS;
            case AT_LEAST -> Operator.AT_MOST;
            case EQUAL, NOT_EQUAL, IS, IS_NOT, IN -> operator;
        };
    }
}
