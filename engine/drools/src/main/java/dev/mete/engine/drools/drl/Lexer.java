package dev.mete.engine.drools.drl;

import java.util.ArrayList;
import java.util.List;

/** Splits a stretch of a rule file into words and signs, as DRL and Java have them; comments are left out. Used once. */
final class Lexer {
    private final String text;
    private final int end;
    private int at;

    private Lexer(String text, int from, int end) {
        this.text = text;
        this.at = from;
        this.end = end;
    }

    /** The tokens from one character offset to another, {@link Token.Kind#END} last. */
    static List<Token> tokens(String text, int from, int end) {
        var lexer = new Lexer(text, from, end);
        var tokens = new ArrayList<Token>();
        do {
            tokens.add(lexer.next());
        } while (tokens.getLast().kind() != Token.Kind.END);
        return tokens;
    }

    private Token next() {
        skipBlanks();
        if (at >= end) {
            return new Token(Token.Kind.END, "", end, end);
        }
        int start = at;
        Token.Kind kind = kind();
        return new Token(kind, text.substring(start, at), start, at);
    }

    private Token.Kind kind() {
        char c = text.charAt(at);
        if (Character.isJavaIdentifierStart(c)) {
            skipWord();
            return Token.Kind.NAME;
        }
        if (isDigit(c)) {
            skipNumber();
            return Token.Kind.NUMBER;
        }
        if (c == '"' || c == '\'') {
            return string(c) ? Token.Kind.STRING : Token.Kind.BROKEN;
        }
        if (text.startsWith("/*", at)) {
            at = end;
            return Token.Kind.BROKEN;
        }
        at += at + 2 <= end && isLongSign(c, text.charAt(at + 1)) ? 2 : 1;
        return Token.Kind.SIGN;
    }

    private static boolean isLongSign(char first, char second) {
        return switch (second) {
            case '=' -> "=!<>+-:".indexOf(first) >= 0;
            case '.' -> first == '!' || first == '?';
            case '>' -> first == '-' || first == '>';
            case '&', '|', ':', '+', '-', '<' -> first == second;
            default -> false;
        };
    }

    /** Skips blanks and comments; a comment without an end is left for the next token. */
    private void skipBlanks() {
        while (at < end) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at)) {
                int lineEnd = text.indexOf('\n', at);
                at = lineEnd < 0 ? end : Math.min(lineEnd, end);
            } else if (text.startsWith("/*", at)) {
                int close = text.indexOf("*/", at + 2);
                if (close < 0 || close + 2 > end) {
                    return;
                }
                at = close + 2;
            } else {
                return;
            }
        }
    }

    private void skipWord() {
        while (at < end && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
    }

    private void skipNumber() {
        skipWord();
        if (at + 1 < end && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            skipWord();
        }
    }

    private boolean string(char quote) {
        for (at++; at < end; at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                return false;
            }
            if (c == quote) {
                at++;
                return true;
            }
            if (c == '\\') {
                at++;
            }
        }
        at = end;
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
