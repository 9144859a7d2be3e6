package dev.mete.engine.drools.drl;

import org.antlr.runtime.CommonTokenStream;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenSource;

/**
 * Tokens that can be looked at only so often. Drools' parser backtracks: it looks about 30 times at a token of a common rule, and for each call within
 * a call twice as often as before, so that twenty of them would take it seconds and forty of them years.
 */
final class BoundedTokens extends CommonTokenStream {
    private static final long LOOKS = 2_000_000;
    private static final long LOOKS_PER_TOKEN = 300;

    private long looks;

    BoundedTokens(TokenSource source) {
        super(source);
    }

    /** Ends the parsing: an error, since the parser takes every exception for a mistake of the text and goes on. */
    static final class TooMuchToRead extends Error {
        private static final long serialVersionUID = 1;

        private TooMuchToRead() {
            super(null, null, false, false);
        }
    }

    @Override
    public Token LT(int distance) {
        look();
        return super.LT(distance);
    }

    @Override
    public int LA(int distance) {
        look();
        return super.LA(distance);
    }

    private void look() {
        if (++looks > LOOKS + LOOKS_PER_TOKEN * tokens.size()) {
            throw new TooMuchToRead();
        }
    }
}
