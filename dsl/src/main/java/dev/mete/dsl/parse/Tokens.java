package dev.mete.dsl.parse;

import dev.mete.dsl.grammar.MeteLexer;
import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.engine.diagnostic.InvisibleCharacters;
import dev.mete.engine.diagnostic.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/** A file taken apart into its words and signs. Immutable. */
public final class Tokens {
    /** The largest file, in bytes of UTF-8. */
    public static final int LARGEST_FILE = 1 << 20;

    /** The most lines of a file. */
    public static final int MOST_LINES = 20_000;

    private final Places places;
    private final List<Token> list;

    private Tokens(Places places, List<Token> list) {
        this.places = places;
        this.list = list;
    }

    /** Takes a file apart and reports words and signs that there are not; nothing where the file is too large. */
    public static Optional<Tokens> read(Source source, Report report) {
        if (isTooLarge(source, report)) {
            return Optional.empty();
        }
        var lexer = new MeteLexer(CharStreams.fromString(source.text()));
        lexer.removeErrorListeners();
        var places = new Places(source);
        List<Token> list = GroupedDigits.in(lexer.getAllTokens().stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
                .map(UnaryOperator.<Token>identity())
                .toList());
        report.addAll(InvisibleCharacters.in(source));
        new MisspeltTokens(places, report).report(list);
        return Optional.of(new Tokens(places, PolicyNameWords.in(list)));
    }

    Places places() {
        return places;
    }

    List<Token> list() {
        return list;
    }

    private static boolean isTooLarge(Source source, Report report) {
        int bytes = source.text().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LARGEST_FILE) {
            report.error(
                    Code.FILE_TOO_LARGE,
                    source.start(),
                    "the file has " + bytes + " bytes, a policy file has at most " + LARGEST_FILE,
                    "move limits and lets to files that it includes, or split the policy");
            return true;
        }
        int lines = source.text().endsWith("\n") ? source.lines() - 1 : source.lines();
        if (lines > MOST_LINES) {
            report.error(
                    Code.TOO_MANY_LINES,
                    source.start(),
                    "the file has " + lines + " lines, a policy file has at most " + MOST_LINES,
                    "move limits and lets to files that it includes, or split the policy");
            return true;
        }
        return false;
    }
}
