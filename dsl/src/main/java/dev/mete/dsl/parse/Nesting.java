package dev.mete.dsl.parse;

import static dev.mete.dsl.grammar.MeteLexer.*;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** How deep brackets are nested, counted before anything recurses into them. */
final class Nesting {
    /** The deepest nesting. */
    static final int DEEPEST = 128;

    private Nesting() {}

    /** How much deeper a token leads. */
    static int change(int type) {
        return switch (type) {
            case LEFT_BRACE, LEFT_BRACKET, LEFT_PAREN -> 1;
            case RIGHT_BRACE, RIGHT_BRACKET, RIGHT_PAREN -> -1;
            default -> 0;
        };
    }

    /** The first bracket that leads deeper than is allowed. */
    static Optional<Token> tooDeep(List<Token> tokens) {
        int depth = 0;
        for (Token token : tokens) {
            depth += change(token.getType());
            if (depth > DEEPEST) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }
}
