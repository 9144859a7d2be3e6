package dev.mete.prove.space;

import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.Comparison;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comparisons as their authors would write them. Stateless, thread-safe. */
public final class Words {
    private static final Pattern OPERATOR = Pattern.compile("==|!=|<=|>=|<|>|=");
    private static final String NOT = "not (";

    private Words() {}

    /** The words of a span in one line. */
    static String of(Span span) {
        return span.text().strip().replaceAll("\\s+", " ");
    }

    /** The opposite of a comparison. */
    static String not(String words) {
        if (words.isEmpty()) {
            return words;
        }
        if (words.startsWith(NOT) && words.endsWith(")")) {
            return words.substring(NOT.length(), words.length() - 1);
        }
        Matcher operator = OPERATOR.matcher(words);
        return operator.find() && isComparison(words)
                ? with(words, comparison(operator.group()).negated())
                : NOT + words + ")";
    }

    /** A comparison of the same amounts by another operator. */
    static String with(String words, Comparison comparison) {
        return isComparison(words) ? OPERATOR.matcher(words).replaceFirst(comparison.sign()) : words;
    }

    /** The words of comparisons that all hold; two that bound a number from both sides are an equality. */
    public static List<String> all(List<String> words) {
        return paired(words, Comparison.AT_MOST, Comparison.AT_LEAST, Comparison.EQUAL);
    }

    /** The words of comparisons of which one holds; less or more of the same is an inequality. */
    public static List<String> any(List<String> words) {
        return paired(words, Comparison.LESS, Comparison.GREATER, Comparison.NOT_EQUAL);
    }

    private static List<String> paired(List<String> words, Comparison one, Comparison other, Comparison both) {
        var all = new LinkedHashSet<>(words);
        for (String word : words) {
            boolean isPair = all.contains(word)
                    && isComparison(word)
                    && word.equals(with(word, one))
                    && all.contains(with(word, other));
            if (isPair) {
                all.remove(word);
                all.remove(with(word, other));
                all.add(with(word, both));
            }
        }
        return List.copyOf(all);
    }

    private static boolean isComparison(String words) {
        return OPERATOR.matcher(words).results().count() == 1;
    }

    private static Comparison comparison(String symbol) {
        return switch (symbol) {
            case "!=" -> Comparison.NOT_EQUAL;
            case "<" -> Comparison.LESS;
            case "<=" -> Comparison.AT_MOST;
            case ">" -> Comparison.GREATER;
            case ">=" -> Comparison.AT_LEAST;
            default -> Comparison.EQUAL;
        };
    }
}
