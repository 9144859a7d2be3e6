package dev.mete.dsl.format;

import dev.mete.dsl.syntax.Choice;
import dev.mete.dsl.syntax.Expression;
import dev.mete.dsl.syntax.Expression.Relation;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.PlanLine;
import dev.mete.dsl.syntax.Text;
import dev.mete.dsl.syntax.TypeSyntax;
import dev.mete.dsl.syntax.ValueSyntax;
import dev.mete.dsl.syntax.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes of a syntax tree are made of, without their places. Each node is taken apart whole, so that one with another part does not compile.
 * Nothing here recurses: a tree can be deeper than a stack.
 */
final class TreeParts {
    private TreeParts() {}

    /** The kind of a node or list and its parts; none of what has no parts. */
    static List<@Nullable Object> of(@Nullable Object node) {
        return switch (node) {
            case List<?> list -> node(List.class, list.toArray());
            case Item item -> item(item);
            case Expression expression -> expression(expression);
            case Relation relation -> relation(relation);
            case Choice choice -> choice(choice);
            case TypeSyntax type -> type(type);
            case ValueSyntax value -> value(value);
            case Word(var text, var _) -> node(Word.class, text);
            case Text(var value, var _) -> node(Text.class, value);
            case PlanLine(var model, var settings, var _) -> node(PlanLine.class, model, settings);
            case PlanLine.Setting(var name, var value, var _) -> node(PlanLine.Setting.class, name, value);
            case Expression.Term(var negative, var value) -> node(Expression.Term.class, negative, value);
            case Item.ModelLine(var alias, var id, var _) -> node(Item.ModelLine.class, alias, id);
            case Item.FeatureLine(var name, var type, var value, var broken, var _) ->
                node(Item.FeatureLine.class, name, type, value, broken);
            case Item.Given(var feature, var value, var _) -> node(Item.Given.class, feature, value);
            case Item.ExpectationLine(var part, var operator, var value, var _) ->
                node(Item.ExpectationLine.class, part, operator, value);
            case null, default -> List.of();
        };
    }

    /** Whether two trees say the same, wherever it stands. */
    static boolean areSame(Object one, Object other) {
        var ones = new ArrayList<@Nullable Object>();
        var others = new ArrayList<@Nullable Object>();
        ones.add(one);
        others.add(other);
        while (!ones.isEmpty()) {
            Object left = ones.removeLast();
            Object right = others.removeLast();
            var parts = of(left);
            var counterparts = of(right);
            boolean isSame = parts.isEmpty()
                    ? left == null ? right == null : left.equals(right)
                    : parts.size() == counterparts.size();
            if (!isSame) {
                return false;
            }
            ones.addAll(parts);
            others.addAll(counterparts);
        }
        return true;
    }

    private static List<@Nullable Object> item(Item item) {
        return switch (item) {
            // its words are compared as words: the name is kept with the blanks between them
            case Item.PolicyName(var _, var _) -> node(Item.PolicyName.class);
            case Item.Include(var path, var _) -> node(Item.Include.class, path);
            case Item.Models(var lines, var _) -> node(Item.Models.class, lines);
            case Item.Features(var lines, var _) -> node(Item.Features.class, lines);
            case Item.Let(var name, var value, var _) -> node(Item.Let.class, name, value);
            case Item.BucketLine(var bucket, var when, var _) -> node(Item.BucketLine.class, bucket, when);
            case Item.WaitingCosts(var amount, var per, var when, var _) ->
                node(Item.WaitingCosts.class, amount, per, when);
            case Item.Rule(var name, var when, var choice, var fallbacks, var _) ->
                node(Item.Rule.class, name, when, choice, fallbacks);
            case Item.Otherwise(var choice, var fallbacks, var _) -> node(Item.Otherwise.class, choice, fallbacks);
            case Item.Limit(var part, var operator, var _, var bound, var when, var because, var _) ->
                node(Item.Limit.class, part, operator, bound, when, because);
            case Item.Ensure(var claim, var when, var because, var _) -> node(Item.Ensure.class, claim, when, because);
            case Item.Test(var name, var given, var expected, var _) -> node(Item.Test.class, name, given, expected);
            case Item.Broken(var keyword, var name, var _) -> node(Item.Broken.class, keyword, name);
        };
    }

    private static List<@Nullable Object> expression(Expression expression) {
        return switch (expression) {
            case Expression.Name(var word) -> node(Expression.Name.class, word);
            case Expression.Constant(var quantity, var _) -> node(Expression.Constant.class, quantity);
            case Expression.Literal(var text) -> node(Expression.Literal.class, text);
            case Expression.And(var parts, var _) -> node(Expression.And.class, parts);
            case Expression.Or(var parts, var _) -> node(Expression.Or.class, parts);
            case Expression.Not(var part, var _) -> node(Expression.Not.class, part);
            case Expression.Related(var subject, var relations, var _) ->
                node(Expression.Related.class, subject, relations);
            case Expression.Sum(var terms, var _) -> node(Expression.Sum.class, terms);
            case Expression.Product(var factors, var _) -> node(Expression.Product.class, factors);
            case Expression.Quotient(var factors, var _) -> node(Expression.Quotient.class, factors);
            case Expression.Negated(var value, var _) -> node(Expression.Negated.class, value);
            case Expression.Call(var function, var arguments, var _) ->
                node(Expression.Call.class, function, arguments);
            case Expression.Broken(var _) -> node(Expression.Broken.class);
        };
    }

    private static List<@Nullable Object> relation(Relation relation) {
        return switch (relation) {
            case Relation.Compared(var operator, var other, var _) -> node(Relation.Compared.class, operator, other);
            case Relation.Listed(var negated, var members, var _) -> node(Relation.Listed.class, negated, members);
            case Relation.Contained(var negated, var set, var _) -> node(Relation.Contained.class, negated, set);
            case Relation.Matches(var match, var part, var _) -> node(Relation.Matches.class, match, part);
        };
    }

    private static List<@Nullable Object> choice(Choice choice) {
        return switch (choice) {
            case Choice.Single(var plan, var _) -> node(Choice.Single.class, plan);
            case Choice.Several(var goal, var plans, var where, var _) ->
                node(Choice.Several.class, goal, plans, where);
        };
    }

    private static List<@Nullable Object> type(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.OneOf(var values, var ordered, var _) -> node(TypeSyntax.OneOf.class, values, ordered);
            case TypeSyntax.SetOf(var member, var _) -> node(TypeSyntax.SetOf.class, member);
            case TypeSyntax.Plain(var name, var least, var most, var _) ->
                node(TypeSyntax.Plain.class, name, least, most);
        };
    }

    private static List<@Nullable Object> value(ValueSyntax value) {
        return switch (value) {
            case ValueSyntax.Number(var quantity, var _) -> node(ValueSyntax.Number.class, quantity);
            case ValueSyntax.Quoted(var text) -> node(ValueSyntax.Quoted.class, text);
            case ValueSyntax.Named(var word) -> node(ValueSyntax.Named.class, word);
            case ValueSyntax.Several(var members, var _) -> node(ValueSyntax.Several.class, members);
            case ValueSyntax.Broken(var _) -> node(ValueSyntax.Broken.class);
        };
    }

    private static List<@Nullable Object> node(Class<?> kind, @Nullable Object... parts) {
        var all = new ArrayList<@Nullable Object>(parts.length + 1);
        all.add(kind);
        Collections.addAll(all, parts);
        return all;
    }
}
