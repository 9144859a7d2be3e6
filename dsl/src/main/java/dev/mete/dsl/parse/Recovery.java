package dev.mete.dsl.parse;

import dev.mete.dsl.grammar.MeteParser;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Goes on after a mistake at the next clause of the item. Never makes up a token and never skips one to go on in the middle of a clause. */
final class Recovery extends DefaultErrorStrategy {
    private static final IntervalSet CLAUSES = new IntervalSet(
            MeteParser.WHEN,
            MeteParser.THEN,
            MeteParser.FALLBACK,
            MeteParser.WHERE,
            MeteParser.BECAUSE,
            MeteParser.GIVEN,
            MeteParser.EXPECT);

    @Override
    public Token recoverInline(Parser parser) {
        throw nextTokensContext == null
                ? new InputMismatchException(parser)
                : new InputMismatchException(parser, nextTokensState, nextTokensContext);
    }

    @Override
    public void sync(Parser parser) {
        if (inErrorRecoveryMode(parser)) {
            return;
        }
        ATNState state = parser.getInterpreter().atn.states.get(parser.getState());
        IntervalSet next = parser.getATN().nextTokens(state);
        if (next.contains(parser.getInputStream().LA(1))) {
            nextTokensContext = null;
            nextTokensState = ATNState.INVALID_STATE_NUMBER;
        } else if (next.contains(Token.EPSILON)) {
            if (nextTokensContext == null) {
                nextTokensContext = parser.getContext();
                nextTokensState = parser.getState();
            }
        } else {
            throw new InputMismatchException(parser);
        }
    }

    @Override
    public void recover(Parser parser, RecognitionException mistake) {
        int index = parser.getInputStream().index();
        if (lastErrorIndex == index && lastErrorStates != null && lastErrorStates.contains(parser.getState())) {
            // No progress since the last mistake at this place.
            parser.consume();
        }
        lastErrorIndex = index;
        if (lastErrorStates == null) {
            lastErrorStates = new IntervalSet();
        }
        lastErrorStates.add(parser.getState());
        consumeUntil(parser, getErrorRecoverySet(parser).and(CLAUSES));
    }
}
