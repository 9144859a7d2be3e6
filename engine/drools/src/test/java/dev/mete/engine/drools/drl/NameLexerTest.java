package dev.mete.engine.drools.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.Token;
import org.drools.drl.parser.lang.DRL6Lexer;

/** Names are read as Drools reads them. */
final class NameLexerTest {
    private static final List<String> PIECES = List.of(
            "a",
            "rule",
            "true",
            "false",
            "null",
            "nullable",
            "truth",
            "tr",
            "_",
            "$",
            "Z9",
            "0",
            "12",
            "3L",
            "4.5",
            "1h",
            " ",
            "\n",
            "\t",
            "é",
            "ß",
            "“",
            "`",
            "'",
            "\"",
            "\"text\"",
            "\\",
            ".",
            "?.",
            "!.",
            "%",
            "#",
            "//",
            "/*",
            "*/",
            "(",
            ")",
            ":=",
            "==",
            "-",
            "\u0001",
            "\u001B",
            "\u007F",
            "\u00AD",
            "日",
            "not",
            "in");

    @Property(tries = 3_000)
    void textsAreTakenApartAsDroolsTakesThemApart(@ForAll long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        assertThat(tokens(new NameLexer(text.toString())))
                .as(text.toString())
                .isEqualTo(tokens(new DRL6Lexer(new ANTLRStringStream(text.toString()))));
    }

    /** The tokens and errors; a character that Drools fails over ends both alike. */
    private static List<String> tokens(DRL6Lexer lexer) {
        var tokens = new ArrayList<String>();
        try {
            Token token;
            do {
                token = lexer.nextToken();
                tokens.add(token.toString() + token.getChannel());
            } while (token.getType() != Token.EOF);
            lexer.getErrors().forEach(error -> tokens.add(error.getLineNumber() + ":" + error.getColumn()));
        } catch (NullPointerException failed) {
            tokens.add("failed");
        }
        return tokens;
    }
}
