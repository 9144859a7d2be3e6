package dev.mete.dsl.parse;

import static dev.mete.dsl.grammar.MeteParser.COLON;
import static dev.mete.dsl.grammar.MeteParser.COMMA;
import static dev.mete.dsl.grammar.MeteParser.EQUAL;
import static dev.mete.dsl.grammar.MeteParser.NUMBER;
import static dev.mete.dsl.grammar.MeteParser.TEXT;
import static dev.mete.dsl.grammar.MeteParser.WORD;

import dev.mete.engine.diagnostic.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What to write in the place of a token that cannot stand there. */
final class SyntaxHelp {
    /** What other languages call a keyword. */
    private static final Map<String, String> CALLED_HERE =
            Map.of("if", "when", "else", "otherwise", "default", "otherwise");

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
            return unit().map(quantity -> "write `" + quantity + "`").orElseGet(() -> keyword(expected.keywords()));
        }
        if (isSign() && before != null && before.getType() == WORD && expected.isValue()) {
            return "leave `" + found.getText() + "` out, as in `effort low`";
        }
        if (expected.isName() && ExpectedWords.isReserved(found.getType())) {
            return "`" + found.getText() + "` is a word of the language and cannot be a name";
        }
        if (expected.isModel() && found.getType() == TEXT) {
            return "give the model a name under `models`, and write that";
        }
        return found.getType() == COMMA && expected.isLineOfBlock() ? "a block has no commas between its lines" : null;
    }

    /** The quantity that a number and a word after it are together. */
    private Optional<String> unit() {
        return before != null && before.getType() == NUMBER
                ? UnitWords.quantity(before.getText(), found.getText())
                : Optional.empty();
    }

    private boolean isSign() {
        return found.getType() == EQUAL || found.getType() == COLON;
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
