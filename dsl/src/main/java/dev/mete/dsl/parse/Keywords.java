package dev.mete.dsl.parse;

import static dev.mete.dsl.grammar.MeteLexer.*;

import java.util.Map;

/** The keywords of the language and the types that the grammar gives them. */
final class Keywords {
    private static final Map<String, Integer> TYPES = Map.ofEntries(
            Map.entry("policy", POLICY),
            Map.entry("include", INCLUDE),
            Map.entry("models", MODELS),
            Map.entry("features", FEATURES),
            Map.entry("let", LET),
            Map.entry("bucket", BUCKET),
            Map.entry("waiting", WAITING),
            Map.entry("costs", COSTS),
            Map.entry("per", PER),
            Map.entry("rule", RULE),
            Map.entry("best", BEST),
            Map.entry("cheapest", CHEAPEST),
            Map.entry("fastest", FASTEST),
            Map.entry("of", OF),
            Map.entry("limit", LIMIT),
            Map.entry("ensure", ENSURE),
            Map.entry("test", TEST),
            Map.entry("starts", STARTS),
            Map.entry("ends", ENDS),
            Map.entry("with", WITH),
            Map.entry("contains", CONTAINS),
            Map.entry("one", ONE),
            Map.entry("set", SET),
            Map.entry("from", FROM),
            Map.entry("up", UP),
            Map.entry("to", TO),
            Map.entry("when", WHEN),
            Map.entry("then", THEN),
            Map.entry("fallback", FALLBACK),
            Map.entry("otherwise", OTHERWISE),
            Map.entry("where", WHERE),
            Map.entry("because", BECAUSE),
            Map.entry("given", GIVEN),
            Map.entry("expect", EXPECT),
            Map.entry("is", IS),
            Map.entry("in", IN),
            Map.entry("and", AND),
            Map.entry("or", OR),
            Map.entry("not", NOT));

    /** The keywords by their first letter. */
    private static final Keyword[][] BY_LETTER = byLetter();

    private Keywords() {}

    private record Keyword(String word, int type) {}

    /** The type of the word that stands between two places of a text. */
    static int type(String text, int start, int end) {
        int letter = text.charAt(start) - 'a';
        if (letter >= 0 && letter < BY_LETTER.length) {
            for (Keyword keyword : BY_LETTER[letter]) {
                if (keyword.word.length() == end - start && text.startsWith(keyword.word, start)) {
                    return keyword.type;
                }
            }
        }
        return WORD;
    }

    private static Keyword[][] byLetter() {
        var table = new Keyword['z' - 'a' + 1][];
        for (int letter = 0; letter < table.length; letter++) {
            char first = (char) ('a' + letter);
            table[letter] = TYPES.entrySet().stream()
                    .filter(entry -> entry.getKey().charAt(0) == first)
                    .map(entry -> new Keyword(entry.getKey(), entry.getValue()))
                    .toArray(Keyword[]::new);
        }
        return table;
    }
}
