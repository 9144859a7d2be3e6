package dev.mete.dsl.format;

import dev.mete.dsl.parse.Lexeme;
import dev.mete.dsl.parse.Tokens;
import dev.mete.dsl.report.Report;
import dev.mete.engine.diagnostic.Source;
import java.util.List;
import java.util.Random;

/** Writes the words of a policy with other white space between them, and with comments where it is asked for. */
final class RandomLayout {
    private static final List<String> BLANKS = List.of(" ", "  ", "\n", "\t", "\n   ", " \n", "\r\n", "      ");
    private static final List<String> COMMENTED = List.of(
            " # one\n",
            "\n# two\n",
            "\n   #three\n",
            "\n\n# four\n",
            "\n# five\n\n",
            "\n\n\n",
            "#\n",
            " # six \"six\n# seven\n\n\n  # eight # eight  \t\n",
            "\r\n\r\n",
            " # a comment of many words, that goes on and on and on and on and on and on and on and on and on and on and on\n");

    private final Random random;
    private final boolean comments;

    /**
     * @param comments whether comments and blank lines come in too
     */
    RandomLayout(Random random, boolean comments) {
        this.random = random;
        this.comments = comments;
    }

    /** The words of a text in another layout. */
    String of(String text) {
        List<Lexeme> words = Tokens.read(Source.of("sample.mete", text), new Report())
                .orElseThrow()
                .lexemes();
        var laid = new StringBuilder();
        for (int at = 0; at < words.size(); at++) {
            boolean isJoined =
                    at > 0 && words.get(at - 1).end() == words.get(at).start();
            laid.append(at == 0 || (isJoined && isName(text, words, at)) ? "" : gap());
            laid.append(text, words.get(at).start(), words.get(at).end());
        }
        return laid.append(comments && random.nextBoolean() ? "\n# the end" : "")
                .toString();
    }

    /** The name of a policy means something else with blanks in it. */
    private static boolean isName(String text, List<Lexeme> words, int at) {
        return words.get(at).kind() == Lexeme.Kind.MINUS
                || (words.get(at - 1).kind() == Lexeme.Kind.MINUS
                        && Character.isLetterOrDigit(text.charAt(words.get(at).start())));
    }

    private String gap() {
        List<String> gaps = comments && random.nextInt(6) == 0 ? COMMENTED : BLANKS;
        return gaps.get(random.nextInt(gaps.size()));
    }
}
