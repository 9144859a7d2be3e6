package dev.mete.dsl.parse;

import static dev.mete.dsl.grammar.MeteLexer.*;

/** A word or sign of a text, from one character offset to another, end exclusive. What stands between lexemes is white space and comments. */
public record Lexeme(Kind kind, int start, int end) {
    /** What a lexeme can be, as far as the layout of a text depends on it. */
    public enum Kind {
        /** What can be a name. */
        NAME,
        /** A number or a text. */
        VALUE,
        WHEN,
        THEN,
        FALLBACK,
        WHERE,
        BECAUSE,
        GIVEN,
        EXPECT,
        AND,
        OR,
        /** Any other word that is never a name. */
        KEYWORD,
        COMMA,
        LESS,
        PLUS,
        MINUS,
        /** Any other sign. */
        SIGN,
        OPEN_PARENTHESIS,
        /** A bracket of a list. */
        OPEN_LIST,
        OPEN_BLOCK,
        /** The end of a list or of parentheses. */
        CLOSE,
        CLOSE_BLOCK
    }

    /** The kind of a type of the grammar. */
    static Kind kind(int type) {
        return switch (type) {
            case WHEN -> Kind.WHEN;
            case THEN -> Kind.THEN;
            case FALLBACK -> Kind.FALLBACK;
            case WHERE -> Kind.WHERE;
            case BECAUSE -> Kind.BECAUSE;
            case GIVEN -> Kind.GIVEN;
            case EXPECT -> Kind.EXPECT;
            case AND -> Kind.AND;
            case OR -> Kind.OR;
            case NOT, IS, IN, OTHERWISE -> Kind.KEYWORD;
            case COMMA -> Kind.COMMA;
            case LESS -> Kind.LESS;
            case PLUS -> Kind.PLUS;
            case MINUS -> Kind.MINUS;
            case LEFT_PAREN -> Kind.OPEN_PARENTHESIS;
            case LEFT_BRACKET -> Kind.OPEN_LIST;
            case LEFT_BRACE -> Kind.OPEN_BLOCK;
            case RIGHT_PAREN, RIGHT_BRACKET -> Kind.CLOSE;
            case RIGHT_BRACE -> Kind.CLOSE_BLOCK;
            default -> ItemStarts.isWord(type) ? Kind.NAME : isValue(type) ? Kind.VALUE : Kind.SIGN;
        };
    }

    private static boolean isValue(int type) {
        return ItemStarts.isNumber(type) || ItemStarts.isText(type);
    }
}
