package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Span;
import java.util.List;

/** A place in a list of tokens, and what readers do there. What cannot be read is reported once and thrown as {@link Unreadable}. Used once. */
final class Cursor {
    /** Ends the reading of one expression or statement whose mistake has been reported. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Unreadable() {
            super(null, null, false, false);
        }
    }

    private final List<Token> tokens;
    private final Mistakes mistakes;
    private int at;

    Cursor(List<Token> tokens, Mistakes mistakes) {
        this.tokens = tokens;
        this.mistakes = mistakes;
    }

    Token token() {
        return tokens.get(at);
    }

    Token ahead(int distance) {
        return tokens.get(Math.min(at + distance, tokens.size() - 1));
    }

    boolean atEnd() {
        return token().kind() == Token.Kind.END;
    }

    boolean isAt(String text) {
        return token().is(text);
    }

    Token take() {
        Token token = token();
        if (!atEnd()) {
            at++;
        }
        return token;
    }

    boolean takeIf(String text) {
        if (!isAt(text)) {
            return false;
        }
        at++;
        return true;
    }

    void expect(String text) {
        if (!takeIf(text)) {
            throw unexpected("`" + text + "`");
        }
    }

    Token expectName() {
        if (token().kind() != Token.Kind.NAME) {
            throw unexpected("a name");
        }
        return take();
    }

    /** Whether the last token that was taken is the given one. */
    boolean isAfter(String text) {
        return at > 0 && tokens.get(at - 1).is(text);
    }

    /** The token that was taken last. */
    Span lastSpan() {
        return mistakes.span(tokens.get(Math.max(0, at - 1)));
    }

    /** Everything from a token to the one before this place. */
    Span since(Token first) {
        int end = at > 0 ? tokens.get(at - 1).end() : first.end();
        return mistakes.span(first.start(), Math.max(first.end(), end));
    }

    Unreadable unexpected(String wanted) {
        Token token = token();
        String met = atEnd() ? "nothing more" : "`" + token.text() + "`";
        mistakes.error(Code.UNEXPECTED, mistakes.span(token), "expected " + wanted + ", found " + met, null);
        return new Unreadable();
    }

    /** Ends the reading at what was reported before. */
    Unreadable reported() {
        return new Unreadable();
    }

    Unreadable error(Code code, Span span, String message, String help) {
        mistakes.error(code, span, message, help);
        return new Unreadable();
    }

    Unreadable beyond(Code code, Span span, String message, String instead) {
        mistakes.beyond(code, span, message, instead);
        return new Unreadable();
    }
}
