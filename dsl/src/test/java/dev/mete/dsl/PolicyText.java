package dev.mete.dsl;

import dev.mete.dsl.parse.ParseFile;
import dev.mete.dsl.parse.Tokens;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Choice;
import dev.mete.dsl.syntax.Expression;
import dev.mete.dsl.syntax.Expression.Relation;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.PlanLine;
import dev.mete.dsl.syntax.PolicyFile;
import dev.mete.dsl.syntax.Text;
import dev.mete.dsl.syntax.TypeSyntax;
import dev.mete.dsl.syntax.ValueSyntax;
import dev.mete.dsl.syntax.Word;
import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.diagnostic.Source;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints a tree back as a policy, with brackets around everything: what the tree has lost shows in the text. */
final class PolicyText {
    private PolicyText() {}

    /** The tree of a text without mistakes. */
    static PolicyFile parse(String text) {
        var report = new Report();
        PolicyFile file = ParseFile.parse(
                Tokens.read(Source.of("sample.mete", text), report).orElseThrow(), report);
        if (report.hasErrors()) {
            throw new AssertionError(DiagnosticText.render(report.diagnostics()));
        }
        return file;
    }

    static String of(PolicyFile file) {
        return file.items().stream().map(PolicyText::item).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String item(Item item) {
        return switch (item) {
            case Item.PolicyName(var name, _) -> "policy " + name.text();
            case Item.Include(var path, _) -> "include " + text(path);
            case Item.Models(var lines, _) ->
                block("models", lines, line -> line.alias().text() + " = " + (line.id() == null ? "?" : text(line.id())));
            case Item.Features(var lines, _) -> block("features", lines, PolicyText::feature);
            case Item.Let(var name, var value, _) -> "let " + name.text() + " = " + (value == null ? "?" : expression(value));
            case Item.BucketLine(var bucket, var when, _) ->
                "bucket " + bucket.text() + (when == null ? " otherwise" : when(when));
            case Item.WaitingCosts(var amount, var per, var when, _) ->
                "waiting costs " + expression(amount) + " per " + per.text() + when(when);
            case Item.Rule rule ->
                "rule " + text(rule.name()) + when(rule.when()) + " then " + choice(rule.choice()) + fallbacks(rule.fallbacks());
            case Item.Otherwise(var choice, var fallbacks, _) -> "otherwise " + choice(choice) + fallbacks(fallbacks);
            case Item.Limit limit ->
                "limit " + limit.part().text() + " " + limit.operator().sign() + " " + expression(limit.bound())
                        + when(limit.when()) + because(limit.because());
            case Item.Ensure(var claim, var when, var because, _) ->
                "ensure " + expression(claim) + when(when) + because(because);
            case Item.Test test ->
                "test " + text(test.name()) + " given "
                        + joined(test.given(), given -> given.feature().text() + " " + value(given.value())) + " expect "
                        + joined(test.expected(), PolicyText::expectation);
            case Item.Broken broken -> throw new AssertionError("broken: " + broken);
        };
    }

    private static String feature(Item.FeatureLine line) {
        return line.name().text()
                + (line.type() == null ? "" : " : " + type(line.type()))
                + (line.defaultValue() == null ? "" : " = " + value(line.defaultValue()));
    }

    private static String type(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.OneOf(var values, boolean ordered, _) when ordered ->
                values.stream().map(Word::text).collect(Collectors.joining(" < "));
            case TypeSyntax.OneOf(var values, _, _) -> "one of " + joined(values, Word::text);
            case TypeSyntax.SetOf(var member, _) -> "set of " + member.text();
            case TypeSyntax.Plain(var name, var least, var most, _) ->
                name.text() + (least == null ? "" : " from " + value(least)) + (most == null ? "" : " to " + value(most));
        };
    }

    private static String value(ValueSyntax value) {
        return switch (value) {
            case ValueSyntax.Several(var members, _) -> "[" + joined(members, PolicyText::value) + "]";
            case ValueSyntax.Quoted(var text) -> text(text);
            case ValueSyntax.Number _, ValueSyntax.Named _, ValueSyntax.Broken _ -> value.span().text();
        };
    }

    private static String expectation(Item.ExpectationLine line) {
        return line.part().text()
                + (line.operator() == null ? "" : " " + line.operator().sign())
                + (line.value() == null ? "" : " " + value(line.value()));
    }

    private static String choice(Choice choice) {
        return switch (choice) {
            case Choice.Single(var plan, _) -> plan(plan);
            case Choice.Several(var goal, var plans, var where, _) ->
                goal.words() + " " + plans.stream().map(PolicyText::plan).collect(Collectors.joining("\n  "))
                        + (where == null ? "" : " where " + expression(where));
        };
    }

    private static String plan(PlanLine plan) {
        return plan.model().text()
                + plan.settings().stream()
                        .map(setting -> ", " + setting.name().text() + " " + expression(setting.value()))
                        .collect(Collectors.joining());
    }

    private static String fallbacks(List<PlanLine> fallbacks) {
        return fallbacks.stream().map(plan -> " fallback " + plan(plan)).collect(Collectors.joining());
    }

    private static String when(@Nullable Expression when) {
        return when == null ? "" : " when " + expression(when);
    }

    private static String because(@Nullable Text because) {
        return because == null ? "" : " because " + text(because);
    }

    private static String expression(Expression expression) {
        return switch (expression) {
            case Expression.Name(var word) -> word.text();
            case Expression.Constant(_, var span) -> span.text();
            case Expression.Literal(var text) -> text(text);
            case Expression.And(var parts, _) -> brackets(parts, " and ");
            case Expression.Or(var parts, _) -> brackets(parts, " or ");
            case Expression.Not(var part, _) -> "(not " + expression(part) + ")";
            case Expression.Product(var factors, _) -> brackets(factors, " * ");
            case Expression.Quotient(var factors, _) -> brackets(factors, " / ");
            case Expression.Negated(var value, _) -> "(-" + expression(value) + ")";
            case Expression.Call(var function, var arguments, _) ->
                function.text() + "(" + joined(arguments, PolicyText::expression) + ")";
            case Expression.Sum(var terms, _) -> {
                String first = expression(terms.getFirst().value());
                yield terms.stream()
                        .skip(1)
                        .map(term -> (term.negative() ? " - " : " + ") + expression(term.value()))
                        .collect(Collectors.joining("", "(" + first, ")"));
            }
            case Expression.Related(var subject, var relations, _) ->
                "(" + expression(subject) + relations.stream().map(PolicyText::relation).collect(Collectors.joining()) + ")";
            case Expression.Broken broken -> throw new AssertionError("broken: " + broken);
        };
    }

    private static String relation(Relation relation) {
        return switch (relation) {
            case Relation.Compared(var operator, var other, _) -> " " + operator.sign() + " " + expression(other);
            case Relation.Listed(boolean negated, var members, _) ->
                (negated ? " not" : "") + " in [" + joined(members, PolicyText::expression) + "]";
            case Relation.Contained(boolean negated, var set, _) -> (negated ? " not" : "") + " in " + expression(set);
            case Relation.Matches(var match, var part, _) -> " " + match.words() + " " + expression(part);
        };
    }

    private static String brackets(List<Expression> parts, String word) {
        return parts.stream().map(PolicyText::expression).collect(Collectors.joining(word, "(", ")"));
    }

    private static <T> String block(String keyword, List<T> lines, Function<T, String> line) {
        return lines.stream().map(line).collect(Collectors.joining("\n  ", keyword + " {\n  ", "\n}"));
    }

    private static <T> String joined(List<T> parts, Function<T, String> part) {
        return parts.stream().map(part).collect(Collectors.joining(", "));
    }

    private static String text(Text text) {
        return "\"" + text.value().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
