package dev.mete.dsl.parse;

import dev.mete.dsl.grammar.MeteLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Takes every word of a policy's name for a mere word, since {@code when-in-doubt} is a name though {@code when} is a keyword. */
final class PolicyNameWords {
    private final List<Token> tokens;

    private PolicyNameWords(List<Token> tokens) {
        this.tokens = new ArrayList<>(tokens);
    }

    /** The tokens, in which no part of a policy's name is a keyword. */
    static List<Token> in(List<Token> tokens) {
        var words = new PolicyNameWords(tokens);
        for (int at = 0; at < tokens.size(); at++) {
            if (words.type(at) == MeteLexer.POLICY) {
                words.name(at + 1);
            }
        }
        return List.copyOf(words.tokens);
    }

    /** Goes along words that a minus joins without a blank; a word that stands alone stays what it is. */
    private void name(int start) {
        int at = start;
        while (isJoined(at)) {
            retype(at);
            at += 2;
        }
        if (at > start) {
            retype(at);
        }
    }

    private boolean isJoined(int at) {
        return type(at + 1) == MeteLexer.MINUS && isAdjacent(at) && isAdjacent(at + 1);
    }

    private boolean isAdjacent(int at) {
        return at + 1 < tokens.size()
                && tokens.get(at).getStopIndex() + 1 == tokens.get(at + 1).getStartIndex();
    }

    private void retype(int at) {
        Token token = tokens.get(at);
        if (token.getText().chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
            tokens.set(at, Pieces.retyped(token, MeteLexer.WORD));
        }
    }

    private int type(int at) {
        return at < tokens.size() ? tokens.get(at).getType() : Token.EOF;
    }
}
