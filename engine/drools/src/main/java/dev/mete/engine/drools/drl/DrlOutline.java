package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;
import java.util.Comparator;
import java.util.List;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * What a rule file of any kind says about itself. Immutable.
 *
 * @param name the policy's name, the package in kebab case
 * @param rules its rules in order, without queries
 * @param texts the texts in quotes in its consequences, in order
 * @param errors what is wrong with its syntax or its name
 */
public record DrlOutline(String name, List<Rule> rules, List<String> texts, List<Diagnostic> errors) {
    public DrlOutline {
        rules = List.copyOf(rules);
        texts = List.copyOf(texts);
        errors = List.copyOf(errors);
    }

    /**
     * A rule.
     *
     * @param group the group that it is in; null where it is in none
     * @param span the rule as a whole
     * @param consequence what it does, without the words around it
     */
    public record Rule(String name, @Nullable String group, Span span, Span consequence) {}

    /** Reads the outline of a file, as far as it can be parsed. */
    public static DrlOutline of(Source source) {
        var mistakes = new Mistakes(source);
        var text = new CheckText(mistakes);
        if (!text.isParseable()) {
            return new DrlOutline("", List.of(), List.of(), mistakes.found());
        }
        PackageDescr parsed = new ParseDrl(mistakes, List.of()).parse();
        if (parsed == null) {
            return new DrlOutline("", List.of(), List.of(), mistakes.found());
        }
        String name = new CheckPackage(parsed, mistakes, new Imports(mistakes)).name();
        var rules = parsed.getRules().stream()
                .filter(rule -> !rule.isQuery())
                .sorted(Comparator.comparingInt(RuleDescr::getStartCharacter))
                .toList();
        return new DrlOutline(
                name,
                rules.stream().map(rule -> rule(source, rule)).toList(),
                rules.stream()
                        .flatMap(rule -> new RuleText(source, rule).consequence().stream())
                        .filter(token -> token.kind() == Token.Kind.STRING
                                && token.text().startsWith("\""))
                        .map(token -> token.text().substring(1, token.text().length() - 1))
                        .distinct()
                        .toList(),
                mistakes.found());
    }

    private static Rule rule(Source source, RuleDescr rule) {
        var text = new RuleText(source, rule);
        var tokens = text.consequence();
        int end = tokens.size() > 1
                ? tokens.get(tokens.size() - 2).end()
                : tokens.getFirst().start();
        return new Rule(
                rule.getName(),
                group(rule),
                text.whole(),
                source.span(tokens.getFirst().start(), end));
    }

    private static @Nullable String group(RuleDescr rule) {
        for (String attribute : List.of("ruleflow-group", "agenda-group")) {
            AttributeDescr group = rule.getAttributes().get(attribute);
            if (group != null) {
                return group.getValue();
            }
        }
        return null;
    }
}
