package dev.mete.engine.json.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The rules by which genai-prices tells the names that one of its entries speaks of. */
final class NameRules {
    private static final int LONGEST_PATTERN = 200;

    private NameRules() {}

    /** The names that a rule has in full, and the entry's own; those that begin or go on alike can be other models. */
    static Set<String> names(@Nullable Given rule, String name) {
        var names = new HashSet<String>();
        names.add(name);
        if (rule instanceof Given.Fields(Map<String, Given> fields)) {
            if (fields.get("equals") instanceof Given.Text(String text)) {
                names.add(text);
            }
            if (fields.get("or") instanceof Given.Items(List<Given> rules)) {
                rules.forEach(part -> names.addAll(names(part, name)));
            }
        }
        return Set.copyOf(names);
    }

    /** The whole rule as a test of names. */
    static Predicate<String> of(@Nullable Given rule) {
        return rule == null ? _ -> false : test(rule);
    }

    /** Of a rule that is of no known form, no name is known. */
    private static Predicate<String> test(Given rule) {
        if (!(rule instanceof Given.Fields(Map<String, Given> fields)) || fields.size() != 1) {
            return _ -> false;
        }
        var only = fields.entrySet().iterator().next();
        return switch (only.getValue()) {
            case Given.Text(String text) -> test(only.getKey(), text);
            case Given.Items(List<Given> rules) -> test(only.getKey(), rules);
            case Given.Digits _, Given.Flag _, Given.Nothing _, Given.Fields _ -> _ -> false;
        };
    }

    private static Predicate<String> test(String kind, String text) {
        return switch (kind) {
            case "equals" -> text::equals;
            case "starts_with" -> name -> name.startsWith(text);
            case "ends_with" -> name -> name.endsWith(text);
            case "contains" -> name -> name.contains(text);
            case "regex" -> regex(text);
            default -> _ -> false;
        };
    }

    private static Predicate<String> test(String kind, List<Given> rules) {
        List<Predicate<String>> all = rules.stream().map(NameRules::test).toList();
        return switch (kind) {
            case "or" -> name -> all.stream().anyMatch(rule -> rule.test(name));
            case "and" -> name -> !all.isEmpty() && all.stream().allMatch(rule -> rule.test(name));
            default -> _ -> false;
        };
    }

    private static Predicate<String> regex(String text) {
        if (text.length() > LONGEST_PATTERN) {
            return _ -> false;
        }
        try {
            return Pattern.compile(text).asPredicate();
        } catch (PatternSyntaxException _) {
            return _ -> false;
        }
    }
}
