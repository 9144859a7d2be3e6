package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.drools.drl.Fields.Field;
import dev.mete.engine.drools.drl.Scope.Meaning;
import dev.mete.engine.ir.Comparison;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.TextMatch;
import dev.mete.engine.task.FeatureType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives a constraint its meaning, and reports what has none. What was reported becomes a condition that is never used. Used within one rule. */
final class ReadCondition {
    private final Scope scope;
    private final Mistakes mistakes;
    private final CompareNumbers numbers;
    private final ReadValues values;

    ReadCondition(Scope scope) {
        this.scope = scope;
        this.mistakes = scope.mistakes();
        this.numbers = new CompareNumbers(scope);
        this.values = new ReadValues(scope);
    }

    Condition condition(Expr expr) {
        return switch (expr) {
            case Expr.All(var parts, Span span) -> new Condition.And(conditions(parts), span);
            case Expr.Any(var parts, Span span) -> new Condition.Or(conditions(parts), span);
            case Expr.Not(Expr part, Span span) -> new Condition.Not(condition(part), span);
            case Expr.Compare compare -> compare(compare);
            case Expr.In in -> unless(in.negated(), in(in), in.span());
            case Expr.Matches matches -> unless(matches.negated(), matches(matches), matches.span());
            case Expr.Flag(boolean value, Span span) -> new Condition.Always(value, span);
            case Expr.Named _ -> flag(expr);
            case Expr.Counted _, Expr.Text _ -> noCondition(expr);
            case Expr.Broken(Span span) -> nothing(span);
        };
    }

    private List<Condition> conditions(List<Expr> parts) {
        return parts.stream().map(this::condition).toList();
    }

    private static Condition unless(boolean negated, Condition condition, Span span) {
        return negated ? new Condition.Not(condition, span) : condition;
    }

    private Condition flag(Expr expr) {
        Optional<Meaning> meaning = scope.meaning(expr);
        if (meaning.isEmpty()) {
            scope.reportUnknown(expr);
            return nothing(expr.span());
        }
        if (expr instanceof Expr.Name(String name, Span span) && scope.isBound(name)) {
            mistakes.error(
                    Code.NO_CONDITION,
                    span,
                    "plain Drools cannot read `" + name + "` alone",
                    "write `" + name + " == true`");
            return nothing(span);
        }
        return meaning.get() instanceof Meaning.OfField(Field field)
                        && field.feature().type() instanceof FeatureType.Flag
                ? new Condition.Among(field.slot(), Set.of(1), expr.span())
                : noCondition(expr);
    }

    private Condition compare(Expr.Compare expr) {
        boolean isBucket = scope.meaning(expr.left())
                .filter(Meaning.TheBucket.class::isInstance)
                .isPresent();
        if (isBucket) {
            return equality(expr, right -> new Condition.InBucket(values.buckets(List.of(right)), expr.span()));
        }
        if (isValue(expr.left()) && scope.meaning(expr.right()).isPresent()) {
            mistakes.error(
                    Code.FIELD_FIRST,
                    expr.span(),
                    "the left side reads nothing of the task",
                    "write the field first: `" + CompareNumbers.swapped(expr.comparison(), expr.left(), expr.right())
                            + "`");
            return nothing(expr.span());
        }
        return scope.field(expr.left())
                .map(field -> compare(expr, field))
                .orElseGet(() -> numbers.compare(expr.comparison(), expr.left(), expr.right(), expr.span()));
    }

    /** Whether an expression is a value that is no number. */
    private boolean isValue(Expr expr) {
        return expr instanceof Expr.Text
                || expr instanceof Expr.Flag
                || (expr instanceof Expr.Member && scope.meaning(expr).isEmpty());
    }

    private Condition compare(Expr.Compare expr, Field field) {
        Span span = expr.span();
        int slot = field.slot();
        return switch (field.feature().type()) {
            case FeatureType.OneOf type when type.ordered() && isOrder(expr.comparison()) -> order(expr, field, type);
            case FeatureType.OneOf type ->
                equality(expr, right -> new Condition.Among(slot, values.positions(field, type, List.of(right)), span));
            case FeatureType.Flag() -> equality(expr, right -> new Condition.Among(slot, values.flags(right), span));
            case FeatureType.Text() ->
                equality(expr, right -> new Condition.TextAmong(slot, values.texts(field, List.of(right)), span));
            case FeatureType.TextSet() -> {
                mistakes.error(
                        Code.WRONG_OPERATOR,
                        span,
                        "`" + field.name() + "` is a set",
                        "write `" + field.name() + " contains \"…\"`");
                yield nothing(span);
            }
            case FeatureType.Quantity _ -> numbers.compare(expr.comparison(), expr.left(), expr.right(), span);
        };
    }

    private Condition equality(Expr.Compare expr, Function<Expr, Condition> equal) {
        if (isOrder(expr.comparison())) {
            mistakes.error(
                    Code.NO_ORDER,
                    expr.span(),
                    "`" + expr.left().span().text() + "` has no order",
                    "write `==`, `!=` or `in`");
            return nothing(expr.span());
        }
        return unless(expr.comparison() == Comparison.NOT_EQUAL, equal.apply(expr.right()), expr.span());
    }

    private static boolean isOrder(Comparison comparison) {
        return comparison != Comparison.EQUAL && comparison != Comparison.NOT_EQUAL;
    }

    /** Plain Drools would compare the texts letter by letter, so the values that are meant have to be listed. */
    private Condition order(Expr.Compare expr, Field field, FeatureType.OneOf type) {
        String help = "write `" + field.name() + " in (…)`";
        if (type.ordered()
                && expr.right() instanceof Expr.Text(String text, var _)
                && type.values().contains(text)) {
            int right = type.values().indexOf(text);
            help = type.values().stream()
                    .filter(value -> expr.comparison().holds(type.values().indexOf(value), right))
                    .map(value -> "\"" + value + "\"")
                    .collect(Collectors.joining(", ", "write `" + field.name() + " in (", ")`"));
        }
        mistakes.error(
                Code.ORDER_OF_TEXTS,
                expr.span(),
                "`" + field.name() + "` is a text to Drools, which would order its values by their letters",
                help);
        return nothing(expr.span());
    }

    private Condition in(Expr.In expr) {
        Meaning meaning = scope.meaning(expr.left()).orElse(null);
        if (meaning instanceof Meaning.TheBucket) {
            return new Condition.InBucket(values.buckets(expr.members()), expr.span());
        }
        if (meaning instanceof Meaning.OfField(Field field)) {
            return switch (field.feature().type()) {
                case FeatureType.OneOf type ->
                    new Condition.Among(field.slot(), values.positions(field, type, expr.members()), expr.span());
                case FeatureType.Text() ->
                    new Condition.TextAmong(field.slot(), values.texts(field, expr.members()), expr.span());
                case FeatureType.Quantity _ ->
                    new Condition.Or(
                            expr.members().stream()
                                    .map(member ->
                                            numbers.compare(Comparison.EQUAL, expr.left(), member, member.span()))
                                    .toList(),
                            expr.span());
                case FeatureType.Flag(), FeatureType.TextSet() -> noCondition(expr);
            };
        }
        scope.reportUnknown(expr.left());
        return nothing(expr.span());
    }

    private Condition matches(Expr.Matches expr) {
        Field field = scope.field(expr.left()).orElse(null);
        if (field == null) {
            scope.reportUnknown(expr.left());
            return nothing(expr.span());
        }
        String text = values.text(expr.right());
        return switch (field.feature().type()) {
            case FeatureType.TextSet()
            when expr.match() == TextMatch.CONTAINS -> new Condition.HasMember(field.slot(), text, expr.span());
            case FeatureType.Text() -> new Condition.TextMatches(field.slot(), expr.match(), text, expr.span());
            case FeatureType.OneOf(var known, var _) -> {
                mistakes.error(
                        Code.WRONG_OPERATOR,
                        expr.span(),
                        "`" + field.name() + "` is one of a few values",
                        known.stream()
                                .filter(value -> expr.match().holds(value, text))
                                .map(value -> "\"" + value + "\"")
                                .collect(Collectors.joining(", ", "write `" + field.name() + " in (", ")`")));
                yield nothing(expr.span());
            }
            case FeatureType.TextSet(), FeatureType.Flag(), FeatureType.Quantity _ -> noCondition(expr);
        };
    }

    private Condition noCondition(Expr expr) {
        mistakes.error(
                Code.NO_CONDITION,
                expr.span(),
                "`" + expr.span().text() + "` neither holds nor does not",
                "write a comparison");
        return nothing(expr.span());
    }

    private static Condition nothing(Span span) {
        return new Condition.Always(true, span);
    }
}
