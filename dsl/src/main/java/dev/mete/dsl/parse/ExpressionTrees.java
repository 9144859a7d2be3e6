package dev.mete.dsl.parse;

import dev.mete.dsl.grammar.MeteLexer;
import dev.mete.dsl.grammar.MeteParser.ComparedContext;
import dev.mete.dsl.grammar.MeteParser.ConjunctionContext;
import dev.mete.dsl.grammar.MeteParser.ConstantContext;
import dev.mete.dsl.grammar.MeteParser.ContainedContext;
import dev.mete.dsl.grammar.MeteParser.ContainsContext;
import dev.mete.dsl.grammar.MeteParser.EndsContext;
import dev.mete.dsl.grammar.MeteParser.ExpressionContext;
import dev.mete.dsl.grammar.MeteParser.FactorContext;
import dev.mete.dsl.grammar.MeteParser.IdentifiedContext;
import dev.mete.dsl.grammar.MeteParser.ListedContext;
import dev.mete.dsl.grammar.MeteParser.LiteralContext;
import dev.mete.dsl.grammar.MeteParser.NameContext;
import dev.mete.dsl.grammar.MeteParser.NegationContext;
import dev.mete.dsl.grammar.MeteParser.ParenthesesContext;
import dev.mete.dsl.grammar.MeteParser.PrimaryContext;
import dev.mete.dsl.grammar.MeteParser.ProductContext;
import dev.mete.dsl.grammar.MeteParser.QuestionContext;
import dev.mete.dsl.grammar.MeteParser.RelationContext;
import dev.mete.dsl.grammar.MeteParser.StartsContext;
import dev.mete.dsl.grammar.MeteParser.SumContext;
import dev.mete.dsl.syntax.Expression;
import dev.mete.dsl.syntax.Expression.Relation;
import dev.mete.dsl.syntax.Operator;
import dev.mete.dsl.syntax.Text;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.TextMatch;
import dev.mete.engine.task.QuantityText;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Trees of conditions and amounts. */
final class ExpressionTrees {
    private final Places places;

    ExpressionTrees(Places places) {
        this.places = places;
    }

    Expression expression(ExpressionContext context) {
        var parts = context.conjunction().stream().map(this::conjunction).toList();
        return parts.size() == 1 ? parts.getFirst() : new Expression.Or(parts, places.of(context));
    }

    Expression sum(SumContext context) {
        var products = context.product();
        if (products.size() == 1) {
            return product(products.getFirst());
        }
        var terms = new ArrayList<Expression.Term>(products.size());
        for (int i = 0; i < products.size(); i++) {
            // Children alternate between products and signs.
            boolean negative = i > 0
                    && context.getChild(2 * i - 1) instanceof TerminalNode sign
                    && sign.getSymbol().getType() == MeteLexer.MINUS;
            terms.add(new Expression.Term(negative, product(products.get(i))));
        }
        return new Expression.Sum(terms, places.of(context));
    }

    private Expression conjunction(ConjunctionContext context) {
        var parts = context.negation().stream().map(this::negation).toList();
        return parts.size() == 1 ? parts.getFirst() : new Expression.And(parts, places.of(context));
    }

    private Expression negation(NegationContext context) {
        Expression question = question(context.question());
        // An even number of `not` says nothing; one stands for any odd number.
        return context.NOT().size() % 2 == 0 ? question : new Expression.Not(question, places.of(context));
    }

    private Expression question(QuestionContext context) {
        Expression subject = sum(context.sum());
        return context.relation().isEmpty()
                ? subject
                : new Expression.Related(
                        subject, context.relation().stream().map(this::relation).toList(), places.of(context));
    }

    private Relation relation(RelationContext context) {
        Span span = places.of(context);
        return switch (context) {
            case ComparedContext compared ->
                new Relation.Compared(operator(compared.comparison().getStart()), sum(compared.sum()), span);
            case IdentifiedContext identified ->
                new Relation.Compared(
                        identified.NOT() == null ? Operator.IS : Operator.IS_NOT, sum(identified.sum()), span);
            case ListedContext listed ->
                new Relation.Listed(
                        listed.NOT() != null,
                        listed.list().sum().stream().map(this::sum).toList(),
                        span);
            case ContainedContext contained ->
                new Relation.Contained(contained.NOT() != null, sum(contained.sum()), span);
            case StartsContext starts -> new Relation.Matches(TextMatch.STARTS_WITH, sum(starts.sum()), span);
            case EndsContext ends -> new Relation.Matches(TextMatch.ENDS_WITH, sum(ends.sum()), span);
            case ContainsContext contains -> new Relation.Matches(TextMatch.CONTAINS, sum(contains.sum()), span);
            default -> throw new IllegalStateException("the grammar has no relation " + context.getText());
        };
    }

    static Operator operator(Token token) {
        return operator(token.getType());
    }

    /** The operator that a type of token is. */
    static Operator operator(int type) {
        return switch (type) {
            case MeteLexer.EQUAL -> Operator.EQUAL;
            case MeteLexer.NOT_EQUAL -> Operator.NOT_EQUAL;
            case MeteLexer.LESS -> Operator.LESS;
            case MeteLexer.AT_MOST -> Operator.AT_MOST;
            case MeteLexer.GREATER -> Operator.GREATER;
            case MeteLexer.AT_LEAST -> Operator.AT_LEAST;
            case MeteLexer.IS -> Operator.IS;
            case MeteLexer.IN -> Operator.IN;
            default -> throw new IllegalStateException("no operator " + MeteLexer.VOCABULARY.getDisplayName(type));
        };
    }

    private Expression product(ProductContext context) {
        var factors = context.factor().stream().map(this::factor).toList();
        if (!context.DIVIDE().isEmpty()) {
            return new Expression.Quotient(factors, places.of(context));
        }
        return factors.size() == 1 ? factors.getFirst() : new Expression.Product(factors, places.of(context));
    }

    private Expression factor(FactorContext context) {
        Expression primary = primary(context.primary());
        return context.MINUS() == null ? primary : new Expression.Negated(primary, places.of(context));
    }

    private Expression primary(PrimaryContext context) {
        Span span = places.of(context);
        return switch (context) {
            case ConstantContext constant ->
                QuantityText.read(constant.getText())
                        .<Expression>map(quantity -> new Expression.Constant(quantity, span))
                        .orElseGet(() -> new Expression.Broken(span));
            case LiteralContext literal -> new Expression.Literal(new Text(TextTokens.value(literal.getText()), span));
            case NameContext name when name.LEFT_PAREN() == null -> new Expression.Name(places.word(name.word()));
            case NameContext call ->
                new Expression.Call(places.word(call.word()), expressions(call.expression()), span);
            case ParenthesesContext parentheses -> expression(parentheses.expression());
            default -> throw new IllegalStateException("the grammar has no primary " + context.getText());
        };
    }

    private List<Expression> expressions(List<ExpressionContext> contexts) {
        return contexts.stream().map(this::expression).toList();
    }
}
