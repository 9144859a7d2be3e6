package dev.mete.dsl.parse;

import static dev.mete.dsl.grammar.MeteLexer.*;

import dev.mete.dsl.syntax.Expression;
import dev.mete.dsl.syntax.Expression.Relation;
import dev.mete.dsl.syntax.Operator;
import dev.mete.dsl.syntax.Word;
import dev.mete.engine.ir.TextMatch;
import dev.mete.engine.task.QuantityText;
import java.util.ArrayList;
import java.util.List;

/** Trees of the conditions and amounts of a plain text, as {@link ExpressionTrees} makes them of the grammar's. */
final class PlainExpressions {
    private final PlainCursor cursor;

    PlainExpressions(PlainCursor cursor) {
        this.cursor = cursor;
    }

    Expression expression() {
        int start = cursor.place();
        Expression first = conjunction();
        if (cursor.type() != OR) {
            return first;
        }
        var parts = new ArrayList<Expression>();
        parts.add(first);
        while (cursor.skips(OR)) {
            parts.add(conjunction());
        }
        return new Expression.Or(parts, cursor.spanFrom(start));
    }

    private Expression conjunction() {
        int start = cursor.place();
        Expression first = negation();
        if (cursor.type() != AND) {
            return first;
        }
        var parts = new ArrayList<Expression>();
        parts.add(first);
        while (cursor.skips(AND)) {
            parts.add(negation());
        }
        return new Expression.And(parts, cursor.spanFrom(start));
    }

    private Expression negation() {
        int start = cursor.place();
        boolean isNegated = false;
        while (cursor.skips(NOT)) {
            isNegated = !isNegated;
        }
        Expression question = question();
        return isNegated ? new Expression.Not(question, cursor.spanFrom(start)) : question;
    }

    private Expression question() {
        int start = cursor.place();
        Expression subject = sum();
        if (!isRelation()) {
            return subject;
        }
        var relations = new ArrayList<Relation>(1);
        while (isRelation()) {
            relations.add(relation());
        }
        return new Expression.Related(subject, relations, cursor.spanFrom(start));
    }

    private boolean isRelation() {
        return switch (cursor.type()) {
            case IS, IN, STARTS, ENDS, CONTAINS -> true;
            case NOT -> cursor.type(1) == IN;
            default -> ItemStarts.isComparison(cursor.type());
        };
    }

    private Relation relation() {
        int start = cursor.place();
        int sign = cursor.type();
        cursor.next();
        return switch (sign) {
            case IS -> {
                Operator operator = cursor.skips(NOT) ? Operator.IS_NOT : Operator.IS;
                Expression other = sum();
                yield new Relation.Compared(operator, other, cursor.spanFrom(start));
            }
            case NOT -> {
                cursor.expect(IN);
                yield membership(true, start);
            }
            case IN -> membership(false, start);
            case STARTS -> matches(TextMatch.STARTS_WITH, start);
            case ENDS -> matches(TextMatch.ENDS_WITH, start);
            case CONTAINS -> {
                Expression part = sum();
                yield new Relation.Matches(TextMatch.CONTAINS, part, cursor.spanFrom(start));
            }
            default -> {
                Expression other = sum();
                yield new Relation.Compared(ExpressionTrees.operator(sign), other, cursor.spanFrom(start));
            }
        };
    }

    private Relation matches(TextMatch match, int start) {
        cursor.expect(WITH);
        Expression part = sum();
        return new Relation.Matches(match, part, cursor.spanFrom(start));
    }

    private Relation membership(boolean isNegated, int start) {
        if (!cursor.skips(LEFT_BRACKET)) {
            Expression set = sum();
            return new Relation.Contained(isNegated, set, cursor.spanFrom(start));
        }
        var members = new ArrayList<Expression>();
        if (cursor.type() != RIGHT_BRACKET) {
            do {
                members.add(sum());
            } while (cursor.skips(COMMA));
        }
        cursor.expect(RIGHT_BRACKET);
        return new Relation.Listed(isNegated, members, cursor.spanFrom(start));
    }

    Expression sum() {
        int start = cursor.place();
        Expression first = product();
        if (cursor.type() != PLUS && cursor.type() != MINUS) {
            return first;
        }
        var terms = new ArrayList<Expression.Term>();
        terms.add(new Expression.Term(false, first));
        while (cursor.type() == PLUS || cursor.type() == MINUS) {
            boolean isNegative = cursor.type() == MINUS;
            cursor.next();
            terms.add(new Expression.Term(isNegative, product()));
        }
        return new Expression.Sum(terms, cursor.spanFrom(start));
    }

    private Expression product() {
        int start = cursor.place();
        Expression first = factor();
        if (cursor.type() != TIMES && cursor.type() != DIVIDE) {
            return first;
        }
        var factors = new ArrayList<Expression>();
        factors.add(first);
        boolean divides = false;
        while (cursor.type() == TIMES || cursor.type() == DIVIDE) {
            divides |= cursor.type() == DIVIDE;
            cursor.next();
            factors.add(factor());
        }
        return divides
                ? new Expression.Quotient(factors, cursor.spanFrom(start))
                : new Expression.Product(factors, cursor.spanFrom(start));
    }

    private Expression factor() {
        int start = cursor.place();
        if (!cursor.skips(MINUS)) {
            return primary();
        }
        Expression primary = primary();
        return new Expression.Negated(primary, cursor.spanFrom(start));
    }

    private Expression primary() {
        int start = cursor.place();
        return switch (cursor.type()) {
            case NUMBER, QUANTITY ->
                QuantityText.read(cursor.quantity())
                        .<Expression>map(quantity -> new Expression.Constant(quantity, cursor.spanFrom(start)))
                        .orElseThrow(NotPlain::new);
            case TEXT -> new Expression.Literal(cursor.text());
            case LEFT_PAREN -> {
                cursor.next();
                Expression inner = expression();
                cursor.expect(RIGHT_PAREN);
                yield inner;
            }
            default -> {
                Word word = cursor.word();
                yield cursor.skips(LEFT_PAREN) ? call(word, start) : new Expression.Name(word);
            }
        };
    }

    private Expression call(Word function, int start) {
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(expression());
        } while (cursor.skips(COMMA));
        cursor.expect(RIGHT_PAREN);
        return new Expression.Call(function, arguments, cursor.spanFrom(start));
    }
}
