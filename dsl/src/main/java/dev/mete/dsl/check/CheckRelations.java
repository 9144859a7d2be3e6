package dev.mete.dsl.check;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Expression;
import dev.mete.dsl.syntax.Expression.Relation;
import dev.mete.dsl.syntax.Operator;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.TextMatch;
import dev.mete.engine.task.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Checks comparisons and the other questions about a subject. */
final class CheckRelations {
    private final CheckExpressions expressions;
    private final Report report;

    CheckRelations(CheckExpressions expressions, Report report) {
        this.expressions = expressions;
        this.report = report;
    }

    Question question(Expression.Related related) {
        Expression subject = related.subject();
        Relation relation = related.relations().getFirst();
        if (related.relations().size() > 1) {
            Span second = related.relations().get(1).span();
            return broken(
                    Code.CHAINED_COMPARISON,
                    second,
                    "a comparison does not go on with another one",
                    "join two comparisons with `and`, such as `a > 1 and a < 5`");
        }
        Span span = related.span();
        return switch (relation) {
            case Relation.Compared(var operator, var other, var _) -> compared(subject, operator, other, span);
            case Relation.Listed listed -> negatedIf(listed.negated(), listed(subject, listed, span), span);
            case Relation.Contained(boolean negated, var set, var _) ->
                negatedIf(negated, contained(subject, set, span), span);
            case Relation.Matches(var match, var part, var _) -> matches(subject, match, part, span);
        };
    }

    private static Question negatedIf(boolean negated, Question question, Span span) {
        return negated ? new Question.Not(question, span) : question;
    }

    private Question compared(Expression subject, Operator operator, Expression other, Span span) {
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
    private OptionalInt position(Operand.Closed closed, Expression value) {
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
        if (left instanceof Operand.TextFeature(int slot) && right instanceof Operand.Quoted(var text)) {
            return text(slot, operator, text, subject, span);
        }
        if (right instanceof Operand.TextFeature(int slot) && left instanceof Operand.Quoted(var text)) {
            return text(slot, operator, text, other, span);
        }
        return incomparable(subject, left, other, right, span);
    }

    private Question unquoted(Expression feature, String word, Span span) {
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

    private Question amounts(Measure left, Operator operator, Measure right, Span span) {
        if (operator == Operator.IS || operator == Operator.IS_NOT) {
            return broken(
                    Code.WRONG_OPERATOR,
                    span,
                    "amounts are compared with signs, not with `" + operator.sign() + "`",
                    "write `" + comparison(operator).sign() + "`");
        }
        if (left.unit() == right.unit() || left.fits(right.unit()) || right.fits(left.unit())) {
            return new Question.Compared(comparison(operator), left, right, span);
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

    /** Spellings of a plain constant with a unit. */
    static String withUnit(Measure plain, Unit unit) {
        String number = plain.form().isConstant() ? plain.form().constant().toPlainString() : "…";
        return switch (unit) {
            case MONEY -> "`$" + number + "`";
            case DURATION -> "`" + number + "s` or `" + number + "ms`";
            case PERCENT -> "`" + number + "%`";
            case NUMBER, TOKENS -> "`" + number + "`";
        };
    }

    private Question text(int slot, Operator operator, String text, Expression feature, Span span) {
        if (operator == Operator.IS || operator == Operator.IS_NOT) {
            return broken(
                    Code.WRONG_OPERATOR,
                    span,
                    "texts are compared with signs, not with `" + operator.sign() + "`",
                    "write `" + feature.span().text() + " "
                            + comparison(operator).sign() + " \"" + text + "\"`");
        }
        if (!isEquality(operator)) {
            return broken(
                    Code.NO_ORDER,
                    span,
                    "texts have no order",
                    "use `=`, `!=`, `in`, `starts with`, `ends with` or `contains`");
        }
        Question among = new Question.TextAmong(slot, Set.of(text), span);
        return negatedIf(operator == Operator.NOT_EQUAL, among, span);
    }

    private Question incomparable(Expression subject, Operand left, Expression other, Operand right, Span span) {
        boolean isSet = left instanceof Operand.SetFeature || right instanceof Operand.SetFeature;
        boolean areTexts = left instanceof Operand.TextFeature && right instanceof Operand.TextFeature;
        String help = isSet
                ? "ask for a member, such as `\"…\" in "
                        + (left instanceof Operand.SetFeature ? subject : other)
                                .span()
                                .text() + "`"
                : areTexts ? "compare each with a text in quotes" : "compare two things of the same kind";
        return broken(
                areTexts ? Code.TWO_FEATURES : Code.NOT_COMPARABLE,
                span,
                "`" + CheckExpressions.shown(subject.span()) + "` is " + left.description() + ", `"
                        + CheckExpressions.shown(other.span()) + "` is " + right.description(),
                help);
    }

    private Question listed(Expression subject, Relation.Listed listed, Span span) {
        if (listed.members().isEmpty()) {
            return broken(Code.EMPTY_LIST, listed.span(), "nothing is in an empty list", "name at least one value");
        }
        var closed = expressions.closed(subject);
        if (closed.isPresent()) {
            var positions = new HashSet<Integer>();
            boolean sound = true;
            for (Expression member : listed.members()) {
                OptionalInt position = position(closed.get(), member);
                sound &= position.isPresent();
                position.ifPresent(positions::add);
            }
            return sound ? closed.get().among(positions, span) : new Question.Broken(span);
        }
        Operand operand = expressions.operand(subject);
        return switch (operand) {
            case Operand.Amount(var measure) -> {
                var parts = new ArrayList<Question>();
                listed.members().forEach(member -> parts.add(member(measure, member)));
                yield new Question.Any(parts, span);
            }
            case Operand.TextFeature(int slot) -> texts(slot, subject, listed.members(), span);
            case Operand.Unknown(var word) -> expressions.unknown(word);
            case Operand.Broken _ -> new Question.Broken(span);
            case Operand.Condition _, Operand.Flag _, Operand.SetFeature _, Operand.Quoted _, Operand.Closed _ ->
                broken(
                        Code.WRONG_OPERATOR,
                        span,
                        "`" + CheckExpressions.shown(subject.span()) + "` is " + operand.description()
                                + ", which is not looked up in a list",
                        "only closed values, amounts and texts are; a member of a set is asked for with `\"…\" in tags`");
        };
    }

    private Question member(Measure measure, Expression member) {
        Operand operand = expressions.operand(member);
        if (!isKnown(operand)) {
            return new Question.Broken(member.span());
        }
        return operand instanceof Operand.Amount(var value)
                ? amounts(measure, Operator.EQUAL, value, member.span())
                : incomparable(member, operand, member, new Operand.Amount(measure), member.span());
    }

    private Question texts(int slot, Expression subject, List<Expression> members, Span span) {
        var texts = new HashSet<String>();
        boolean sound = true;
        for (Expression member : members) {
            Optional<String> text = quoted(subject, member);
            sound &= text.isPresent();
            text.ifPresent(texts::add);
        }
        return sound ? new Question.TextAmong(slot, texts, span) : new Question.Broken(span);
    }

    /** The text in quotes that has to stand here. */
    private Optional<String> quoted(Expression subject, Expression written) {
        if (written instanceof Expression.Literal(var text)) {
            return Optional.of(text.value());
        }
        if (written instanceof Expression.Name(var word)) {
            unquoted(subject, word.text(), word.span());
        } else if (!(written instanceof Expression.Broken)) {
            broken(
                    Code.WRONG_KIND_OF_VALUE,
                    written.span(),
                    "`" + CheckExpressions.shown(written.span()) + "` is no text in quotes",
                    "write `\"…\"`");
        }
        return Optional.empty();
    }

    private Question contained(Expression subject, Expression set, Span span) {
        Operand container = expressions.operand(set);
        if (container instanceof Operand.SetFeature(int slot)) {
            return quoted(set, subject)
                    .<Question>map(text -> new Question.HasMember(slot, text, span))
                    .orElseGet(() -> new Question.Broken(span));
        }
        if (!isKnown(container)) {
            return new Question.Broken(span);
        }
        String words = CheckExpressions.shown(set.span());
        return broken(
                Code.WRONG_OPERATOR,
                span,
                "`" + words + "` is " + container.description() + ", which has no members",
                container instanceof Operand.TextFeature
                        ? "write `" + words + " contains " + CheckExpressions.shown(subject.span()) + "`"
                        : "write a list, such as `" + CheckExpressions.shown(subject.span()) + " in [" + words + "]`");
    }

    private Question matches(Expression subject, TextMatch match, Expression part, Span span) {
        Operand operand = expressions.operand(subject);
        if (operand instanceof Operand.TextFeature(int slot)) {
            return quoted(subject, part)
                    .<Question>map(text -> new Question.TextMatches(slot, match, text, span))
                    .orElseGet(() -> new Question.Broken(span));
        }
        if (!isKnown(operand)) {
            return new Question.Broken(span);
        }
        String words = CheckExpressions.shown(subject.span());
        return broken(
                Code.WRONG_OPERATOR,
                span,
                "`" + words + "` is " + operand.description() + ", and `" + match.words() + "` asks about a text",
                operand instanceof Operand.SetFeature
                        ? "write `" + CheckExpressions.shown(part.span()) + " in " + words + "`"
                        : null);
    }

    private boolean isKnown(Operand operand) {
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
