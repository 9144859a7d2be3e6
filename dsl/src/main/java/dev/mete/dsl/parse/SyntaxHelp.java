package dev.mete.dsl.parse;

import static dev.mete.dsl.grammar.MeteParser.COMMA;
import static dev.mete.dsl.grammar.MeteParser.NUMBER;
import static dev.mete.dsl.grammar.MeteParser.TEXT;
import static dev.mete.dsl.grammar.MeteParser.WORD;

import dev.mete.engine.diagnostic.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What to write in the place of a token that cannot stand there. */
final class SyntaxHelp {
    /** What other languages call a keyword. */
    private static final Map<String, String> CALLED_HERE =
            Map.of("if", "when", "else", "otherwise", "default", "otherwise");

    private static final Set<String> UNITS = Set.of("ms", "s", "m", "h", "d");

    private final @Nullable Token before;
    private final Token found;
    private final ExpectedWords expected;

    SyntaxHelp(@Nullable Token before, Token found, ExpectedWords expected) {
        this.before = before;
        this.found = found;
        this.expected = expected;
    }

    /** The edit that was most likely meant, or why a word cannot stand here; null where there is nothing to say. */
    @Nullable
    String words() {
        if (found.getType() == WORD) {
            return before != null && before.getType() == NUMBER && UNITS.contains(found.getText())
                    ? "write `" + before.getText() + found.getText() + "`, without a space"
                    : keyword(expected.keywords());
        }
        if (expected.isName() && ExpectedWords.isReserved(found.getType())) {
            return "`" + found.getText() + "` is a word of the language and cannot be a name";
        }
        if (expected.isModel() && found.getType() == TEXT) {
            return "give the model a name under `models`, and write that";
        }
        return found.getType() == COMMA && expected.isLineOfBlock() ? "a block has no commas between its lines" : null;
    }

    private @Nullable String keyword(List<String> keywords) {
        String called = CALLED_HERE.get(found.getText());
        return called != null && keywords.contains(called)
                ? "write `" + called + "`"
                : NearestName.of(found.getText(), keywords)
                        .map(word -> "did you mean `" + word + "`?")
                        .orElse(null);
    }
}
