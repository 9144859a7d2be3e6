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
            case Item.PolicyName policy -> "policy " + policy.name().text();
            case Item.Include include -> "include " + text(include.path());
            case Item.Models models -> block("models", models.lines(), PolicyText::model);
            case Item.Features features -> block("features", features.lines(), PolicyText::feature);
            case Item.Let let -> "let " + let.name().text() + " = " + optional(let.value());
            case Item.BucketLine line ->
                "bucket " + line.bucket().text() + (line.when() == null ? " otherwise" : when(line.when()));
            case Item.WaitingCosts waiting ->
                "waiting costs " + expression(waiting.amount()) + " per "
                        + waiting.per().text() + when(waiting.when());
            case Item.Rule rule ->
                "rule " + text(rule.name()) + when(rule.when()) + " then " + choice(rule.choice())
                        + fallbacks(rule.fallbacks());
            case Item.Otherwise line -> "otherwise " + choice(line.choice()) + fallbacks(line.fallbacks());
            case Item.Limit limit ->
                "limit " + limit.part().text() + " " + limit.operator().sign() + " " + expression(limit.bound())
                        + when(limit.when()) + because(limit.because());
            case Item.Ensure ensure ->
                "ensure " + expression(ensure.claim()) + when(ensure.when()) + because(ensure.because());
            case Item.Test test ->
                "test " + text(test.name()) + " given " + joined(test.given(), PolicyText::given) + " expect "
                        + joined(test.expected(), PolicyText::expectation);
            case Item.Broken broken -> throw new AssertionError("broken: " + broken);
        };
    }

    private static String given(Item.Given given) {
        return given.feature().text() + " " + value(given.value());
    }

    private static String model(Item.ModelLine line) {
        return line.alias().text() + " = " + (line.id() == null ? "" : text(line.id()));
    }

    private static String feature(Item.FeatureLine line) {
        return line.name().text()
                + (line.type() == null ? "" : " : " + type(line.type()))
                + (line.defaultValue() == null ? "" : " = " + value(line.defaultValue()));
    }

    private static String type(TypeSyntax written) {
        return switch (written) {
            case TypeSyntax.OneOf type
            when type.ordered() -> type.values().stream().map(Word::text).collect(Collectors.joining(" < "));
            case TypeSyntax.OneOf type -> "one of " + joined(type.values(), Word::text);
            case TypeSyntax.SetOf type -> "set of " + type.member().text();
            case TypeSyntax.Plain type ->
                type.name().text()
                        + (type.least() == null ? "" : " from " + value(type.least()))
                        + (type.most() == null ? "" : " to " + value(type.most()));
        };
    }

    private static String value(ValueSyntax value) {
        return switch (value) {
            case ValueSyntax.Several list -> "[" + joined(list.members(), PolicyText::value) + "]";
            case ValueSyntax.Quoted(var text) -> text(text);
            case ValueSyntax.Number _, ValueSyntax.Named _, ValueSyntax.Broken _ ->
                value.span().text();
        };
    }

    private static String expectation(Item.ExpectationLine line) {
        return line.part().text()
                + (line.operator() == null ? "" : " " + line.operator().sign())
                + (line.value() == null ? "" : " " + value(line.value()));
    }

    private static String choice(Choice choice) {
        return switch (choice) {
            case Choice.Single single -> plan(single.plan());
            case Choice.Several several ->
                several.goal().words() + " "
                        + several.plans().stream().map(PolicyText::plan).collect(Collectors.joining("\n  "))
                        + (several.where() == null ? "" : " where " + expression(several.where()));
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

    private static String optional(@Nullable Expression expression) {
        return expression == null ? "" : expression(expression);
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
            case Expression.Constant constant -> constant.span().text();
            case Expression.Literal(var text) -> text(text);
            case Expression.And and -> brackets(and.parts(), " and ");
            case Expression.Or or -> brackets(or.parts(), " or ");
            case Expression.Not not -> "(not " + expression(not.part()) + ")";
            case Expression.Product product -> brackets(product.factors(), " * ");
            case Expression.Quotient quotient -> brackets(quotient.factors(), " / ");
            case Expression.Negated negated -> "(-" + expression(negated.value()) + ")";
            case Expression.Call call ->
                call.function().text() + "(" + joined(call.arguments(), PolicyText::expression) + ")";
            case Expression.Sum sum -> sum(sum.terms());
            case Expression.Related related ->
                "(" + expression(related.subject())
                        + related.relations().stream().map(PolicyText::relation).collect(Collectors.joining()) + ")";
            case Expression.Broken broken -> throw new AssertionError("broken: " + broken);
        };
    }

    private static String sum(List<Expression.Term> terms) {
        String first = expression(terms.getFirst().value());
        return terms.stream()
                .skip(1)
                .map(term -> (term.negative() ? " - " : " + ") + expression(term.value()))
                .collect(Collectors.joining("", "(" + first, ")"));
    }

    private static String relation(Relation relation) {
        return switch (relation) {
            case Relation.Compared compared -> " " + compared.operator().sign() + " " + expression(compared.other());
            case Relation.Listed listed ->
                (listed.negated() ? " not" : "") + " in [" + joined(listed.members(), PolicyText::expression) + "]";
            case Relation.Contained contained ->
                (contained.negated() ? " not" : "") + " in " + expression(contained.set());
            case Relation.Matches matches -> " " + matches.match().words() + " " + expression(matches.part());
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
