package dev.mete.dsl.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** The tokens of the grammar's lexer. */
record TokenList(List<Token> tokens) implements TokenRow {
    TokenList {
        tokens = new ArrayList<>(tokens);
    }

    @Override
    public int size() {
        return tokens.size();
    }

    @Override
    public int type(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).getType() : Token.EOF;
    }

    @Override
    public void retype(int at, int type) {
        tokens.set(at, Pieces.retyped(tokens.get(at), type));
    }

    @Override
    public String text(int at) {
        return tokens.get(at).getText();
    }

    @Override
    public boolean isJoinedToNext(int at) {
        return at + 1 < tokens.size()
                && tokens.get(at).getStopIndex() + 1 == tokens.get(at + 1).getStartIndex();
    }
}
