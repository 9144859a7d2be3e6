package dev.mete.dsl.parse;

import dev.mete.dsl.grammar.MeteLexer;
import dev.mete.dsl.syntax.Text;
import dev.mete.dsl.syntax.Word;
import dev.mete.engine.diagnostic.Span;
import org.antlr.v4.runtime.Token;

/** Goes along the tokens of one item of a plain text; whatever is not as expected is {@link NotPlain}. */
final class PlainCursor {
    private final PlainTokens tokens;
    private int at;
    private int end;

    PlainCursor(PlainTokens tokens) {
        this.tokens = tokens;
    }

    /** Goes to the first token of an item, which ends before another. */
    void enter(int from, int to) {
        at = from;
        end = to;
    }

    int place() {
        return at;
    }

    boolean isAtEnd() {
        return at == end;
    }

    /** The type of the token at the cursor; the end of the file behind the last one of the item. */
    int type() {
        return type(0);
    }

    /** The type of the token so many behind the cursor. */
    int type(int ahead) {
        return at + ahead < end ? tokens.type(at + ahead) : Token.EOF;
    }

    boolean isWord() {
        return ItemStarts.isWord(type());
    }

    /** Goes past a token of a type where one is there. */
    boolean skips(int type) {
        boolean isThere = type() == type;
        if (isThere) {
            at++;
        }
        return isThere;
    }

    /** Goes past a token of a type, which has to be there. */
    void expect(int type) {
        if (!skips(type)) {
            throw new NotPlain();
        }
    }

    /** Goes past any token. */
    void next() {
        at++;
    }

    Word word() {
        if (!isWord()) {
            throw new NotPlain();
        }
        return tokens.word(at++);
    }

    Text text() {
        expect(MeteLexer.TEXT);
        return tokens.quoted(at - 1);
    }

    /** The words of a number, with its unit. */
    String quantity() {
        if (!ItemStarts.isNumber(type())) {
            throw new NotPlain();
        }
        return tokens.text(at++);
    }

    /** From a place to the last token that the cursor went past. */
    Span spanFrom(int first) {
        return tokens.span(first, at - 1);
    }
}
