package dev.mete.dsl.parse;

import dev.mete.dsl.grammar.MeteLexer;
import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.engine.diagnostic.InvisibleCharacters;
import dev.mete.engine.diagnostic.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/** A file taken apart into its words and signs. Immutable. */
public final class Tokens {
    /** The largest file, in bytes of UTF-8. */
    public static final int LARGEST_FILE = 8 << 20;

    /** The most lines of a file. */
    public static final int MOST_LINES = 400_000;

    private final Source source;
    private final Optional<PlainTokens> plain;
    private final List<Token> list;

    private Tokens(Source source, Optional<PlainTokens> plain, List<Token> list) {
        this.source = source;
        this.plain = plain;
        this.list = list;
    }

    /** Takes a file apart and reports words and signs that there are not; nothing where the file is too large. */
    public static Optional<Tokens> read(Source source, Report report) {
        if (isTooLarge(source, report)) {
            return Optional.empty();
        }
        report.addAll(InvisibleCharacters.in(source));
        var plain = PlainScan.of(source);
        if (plain.isPresent()) {
            return Optional.of(new Tokens(source, plain, List.of()));
        }
        var list = lexed(source);
        new MisspeltTokens(new Places(source), report).report(list);
        return Optional.of(new Tokens(source, plain, list));
    }

    /** The words and signs with their places. */
    public List<Lexeme> lexemes() {
        if (plain.isPresent()) {
            return plain.get().lexemes();
        }
        var places = new Places(source);
        return list().stream()
                .map(token -> {
                    var span = places.of(token);
                    return new Lexeme(Lexeme.kind(token.getType()), span.start(), span.end());
                })
                .toList();
    }

    Source source() {
        return source;
    }

    /** The tokens without the grammar, of a text that has nothing to report. */
    Optional<PlainTokens> plain() {
        return plain;
    }

    /** The tokens of the grammar's lexer. */
    List<Token> list() {
        var row = new TokenList(plain.isPresent() ? lexed(source) : list);
        PolicyNameWords.retype(row);
        return row.tokens();
    }

    static List<Token> lexed(Source source) {
        var lexer = new MeteLexer(CharStreams.fromString(source.text()));
        lexer.removeErrorListeners();
        var all = lexer.getAllTokens();
        all.removeIf(token -> token.getChannel() != Token.DEFAULT_CHANNEL);
        return GroupedDigits.in(all);
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
