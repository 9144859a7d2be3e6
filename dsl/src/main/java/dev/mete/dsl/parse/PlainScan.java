package dev.mete.dsl.parse;

import static dev.mete.dsl.grammar.MeteLexer.*;

import dev.mete.engine.diagnostic.Source;
import java.util.Optional;

/**
 * Takes a plain text apart, many times faster than the grammar's lexer, which it agrees with. Plain is what has nothing to report: no stray character,
 * no spelling of another language, no open text or unknown escape, no miswritten number. Every other text is left to the lexer.
 */
final class PlainScan {
    /** The most characters of a number. */
    private static final int LONGEST_NUMBER = 64;

    private static final int NONE = -1;

    private final String text;
    private final PlainTokens tokens;

    private PlainScan(Source source) {
        this.text = source.text();
        this.tokens = new PlainTokens(source);
    }

    /** The tokens of a text, or nothing where it is not plain. */
    static Optional<PlainTokens> of(Source source) {
        var scan = new PlainScan(source);
        return scan.isPlain() ? Optional.of(scan.tokens) : Optional.empty();
    }

    private boolean isPlain() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
                at++;
            } else if (c == '#') {
                at = comment(at);
            } else {
                at = token(c, at);
                if (at == NONE) {
                    return false;
                }
            }
        }
        PolicyNameWords.retype(tokens);
        return true;
    }

    private int comment(int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    /** Adds a token; where it ends, or {@link #NONE} where it is not plain. */
    private int token(char c, int start) {
        if (isLetter(c)) {
            return word(start);
        }
        if (isDigit(c) || c == '$') {
            return number(start);
        }
        if (c == '"') {
            return quoted(start);
        }
        int type = sign(c, peek(start + 1));
        return type == NONE ? NONE : add(type, start, start + (isDouble(type) ? 2 : 1));
    }

    private int word(int start) {
        int end = start + 1;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        // A letter or digit of another script belongs to the word too.
        return peek(end) >= 0x80 ? NONE : add(Keywords.type(text, start, end), start, end);
    }

    private int quoted(int start) {
        for (int at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                return add(TEXT, start, at + 1);
            }
            if (c == '\n' || c == '\r') {
                return NONE;
            }
            if (c == '\\') {
                at++;
                if (peek(at) != '"' && peek(at) != '\\') {
                    return NONE;
                }
            }
        }
        return NONE;
    }

    private int number(int start) {
        boolean isMoney = text.charAt(start) == '$';
        int first = isMoney ? start + 1 : start;
        int end = digits(first);
        if (end == NONE || peek(end) >= 0x80) {
            return NONE;
        }
        int unit = isMoney ? 0 : unit(end);
        end += unit;
        // What goes on would be a unit or a fraction that there is not.
        boolean goesOn = isWordPart(peek(end)) || peek(end) == '.' || peek(end) == '%' || peek(end) == '$';
        if (goesOn || peek(end) >= 0x80 || end - start > LONGEST_NUMBER || isGrouped(first, end)) {
            return NONE;
        }
        return add(isMoney || unit > 0 ? QUANTITY : NUMBER, start, end);
    }

    /** Where digits with their fraction end. */
    private int digits(int start) {
        if (!isDigit(peek(start))) {
            return NONE;
        }
        int at = start;
        while (isDigit(peek(at)) || peek(at) == '_') {
            at++;
        }
        if (peek(at) != '.' || !isDigit(peek(at + 1))) {
            return at;
        }
        at++;
        while (isDigit(peek(at))) {
            at++;
        }
        return at;
    }

    /** How many characters the unit at a place has. */
    private int unit(int at) {
        return switch (peek(at)) {
            case 'm' -> peek(at + 1) == 's' ? 2 : 1;
            case 's', 'h', 'd', '%' -> 1;
            default -> 0;
        };
    }

    /** Whether a comma and three digits follow, as in {@code 10,000}. */
    private boolean isGrouped(int start, int end) {
        return end - start <= 3
                && peek(end) == ','
                && isDigit(peek(end + 1))
                && isDigit(peek(end + 2))
                && isDigit(peek(end + 3));
    }

    private int add(int type, int start, int end) {
        tokens.add(type, start, end);
        return end;
    }

    /** The character at a place; 0 after the last. */
    private char peek(int at) {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private static int sign(char c, char next) {
        return switch (c) {
            case '=' -> next == '=' || next == '<' || next == '>' ? NONE : EQUAL;
            case '!' -> next == '=' ? NOT_EQUAL : NONE;
            case '<' -> next == '>' ? NONE : next == '=' ? AT_MOST : LESS;
            case '>' -> next == '=' ? AT_LEAST : GREATER;
            case '+' -> PLUS;
            case '-' -> MINUS;
            case '*' -> TIMES;
            case '/' -> DIVIDE;
            case ',' -> COMMA;
            case ':' -> COLON;
            case '{' -> LEFT_BRACE;
            case '}' -> RIGHT_BRACE;
            case '[' -> LEFT_BRACKET;
            case ']' -> RIGHT_BRACKET;
            case '(' -> LEFT_PAREN;
            case ')' -> RIGHT_PAREN;
            default -> NONE;
        };
    }

    private static boolean isDouble(int type) {
        return type == NOT_EQUAL || type == AT_MOST || type == AT_LEAST;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordPart(char c) {
        return isLetter(c) || isDigit(c);
    }
}
