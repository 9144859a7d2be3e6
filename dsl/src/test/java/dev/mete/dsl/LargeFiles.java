package dev.mete.dsl;

import dev.mete.dsl.parse.ParseFile;
import dev.mete.dsl.parse.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Policies past the limits of size, too large to lie beside the others. */
final class LargeFiles {
    private static final String START = """
            policy large
            models { fast = "anthropic/claude-haiku-4-5" }
            """;
    private static final String END = "\notherwise fast, effort none\n";

    private LargeFiles() {}

    /** Policies by the name of their case. */
    static Map<String, String> cases() {
        var cases = new LinkedHashMap<String, String>();
        cases.put("a-file-too-large", START + "#".repeat(Tokens.LARGEST_FILE) + END);
        cases.put("too-many-lines", START + "\n".repeat(Tokens.MOST_LINES) + END);
        cases.put("too-many-rules", START + rules(ParseFile.MOST_RULES + 1) + END);
        cases.put("more-mistakes-than-are-shown", START + rules(300).replace("stream", "streem") + END);
        cases.put("words-of-a-million-letters", START + longWords() + END);
        cases.put("more-warnings-than-are-shown", unaskedModels(150) + END);
        cases.put("a-hundred-thousand-parentheses", START + "rule \"deep\" when " + "(".repeat(100_000) + END);
        cases.put("lets-used-too-often", START + usedOften(2_000, 150) + END);
        cases.put("too-many-files", START + includes(ReadIncludes.MOST_FILES + 1) + END);
        cases.put("more-names-than-there-can-be", START + "features {\n" + values(1_001) + features(1_000) + "}" + END);
        cases.put("many-words-of-a-missing-file", START + "include \"missing.mete\"\n" + strangers(300) + END);
        return cases;
    }

    /** So many rules that ask for a word that nothing has, and one for a word that is almost another. */
    private static String strangers(int rules) {
        return IntStream.range(0, rules)
                        .mapToObj(i -> "rule \"" + i + "\" when missing_" + i + " then fast, effort none\n")
                        .collect(Collectors.joining())
                + "rule \"misspelt\" when streem then fast, effort none";
    }

    /** So many rules, one a line. */
    static String rules(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "rule \"" + i + "\" when stream and tools > " + i % 100 + " then fast, effort none\n")
                .collect(Collectors.joining());
    }

    /** A word that nothing has at some of the places where a message would show it. */
    private static String longWords() {
        String word = "a".repeat(100_000);
        return "rule \"a\" when " + word + " then " + word + ", effort " + word + "\ntest \"t\" given " + word
                + " 5 expect model " + word + "\nlimit " + word + " <= 5 when tenant = " + word;
    }

    /** So many models beside the one that is asked for. */
    static String unaskedModels(int count) {
        return "policy large\nmodels {\n  fast = \"anthropic/claude-haiku-4-5\"\n"
                + IntStream.range(0, count)
                        .mapToObj(i -> "  m" + i + " = \"anthropic/claude-haiku-4-5\"\n")
                        .collect(Collectors.joining())
                + "}";
    }

    /** A large let that many rules use. */
    private static String usedOften(int parts, int uses) {
        String let = IntStream.range(0, parts).mapToObj(i -> "tools > " + i).collect(Collectors.joining(" or "));
        String rules = IntStream.range(0, uses)
                .mapToObj(i -> "rule \"" + i + "\" when large then fast, effort none\n")
                .collect(Collectors.joining());
        return "let large = " + let + "\n" + rules;
    }

    /** So many includes of {@code many-0.mete} and so on. */
    static String includes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "include \"many-" + i + ".mete\"\n")
                .collect(Collectors.joining());
    }

    private static String values(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "v" + i)
                .collect(Collectors.joining(", ", "region : one of ", "\n"));
    }

    private static String features(int count) {
        return IntStream.range(0, count).mapToObj(i -> "f" + i + " : bool\n").collect(Collectors.joining());
    }

    /** A policy with so many rules. */
    static String policy(int rules) {
        return START + rules(rules) + END;
    }
}
