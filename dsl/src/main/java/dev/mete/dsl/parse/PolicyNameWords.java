package dev.mete.dsl.parse;

import dev.mete.dsl.grammar.MeteLexer;

/** Takes every word of a policy's name for a mere word, since {@code when-in-doubt} is a name though {@code when} is a keyword. */
final class PolicyNameWords {
    private final TokenRow tokens;

    private PolicyNameWords(TokenRow tokens) {
        this.tokens = tokens;
    }

    /** Sees to it that no part of a policy's name is a keyword. */
    static void retype(TokenRow tokens) {
        var words = new PolicyNameWords(tokens);
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.type(at) == MeteLexer.POLICY) {
                words.name(at + 1);
            }
        }
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
        return tokens.type(at + 1) == MeteLexer.MINUS && tokens.isJoinedToNext(at) && tokens.isJoinedToNext(at + 1);
    }

    private void retype(int at) {
        if (tokens.text(at).chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
            tokens.retype(at, MeteLexer.WORD);
        }
    }
}
