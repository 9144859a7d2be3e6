package dev.mete.dsl.parse;

import static dev.mete.dsl.grammar.MeteLexer.*;

import java.util.stream.IntStream;

/** Where a keyword starts an item: what follows can only be that item, and what precedes cannot go on. */
final class ItemStarts {
    private final TokenRow tokens;

    ItemStarts(TokenRow tokens) {
        this.tokens = tokens;
    }

    /** Where the items of a file without mistakes start, in order. */
    int[] places() {
        return IntStream.range(0, tokens.size()).filter(this::isStart).toArray();
    }

    boolean isStart(int at) {
        boolean goesOn = at > 0 && goesOn(tokens.type(at - 1));
        return !goesOn && follows(at, tokens.type(at));
    }

    /** Whether what follows a place is what follows a keyword at the start of its item. */
    boolean follows(int at, int keyword) {
        int next = tokens.type(at + 1);
        return switch (keyword) {
            case POLICY -> isWord(next) || isNumber(next);
            case INCLUDE, RULE, TEST -> isText(next);
            case MODELS, FEATURES -> next == LEFT_BRACE;
            case LET -> isWord(next) && tokens.type(at + 2) == EQUAL;
            case BUCKET -> isWord(next) && (tokens.type(at + 2) == WHEN || tokens.type(at + 2) == OTHERWISE);
            case WAITING -> next == COSTS;
            case OTHERWISE -> isWord(next) && !endsBucketLine(at);
            case LIMIT -> isWord(next) && isComparison(tokens.type(at + 2));
            case ENSURE ->
                isWord(next) || isNumber(next) || isText(next) || next == LEFT_PAREN || next == NOT || next == MINUS;
            default -> false;
        };
    }

    /** Whether an {@code otherwise} belongs to {@code bucket maybe otherwise}, or to an expected {@code rule otherwise}. */
    boolean endsBucketLine(int at) {
        int second = tokens.type(at + 2);
        boolean hasPlan = isWord(tokens.type(at + 1)) && (second == COMMA || second == OF);
        if (tokens.type(at) != OTHERWISE || at == 0 || hasPlan) {
            return false;
        }
        int before = tokens.type(at - 1);
        return before == RULE || (isWord(before) && tokens.type(at - 2) == BUCKET && isStart(at - 2));
    }

    /** Whether something has to follow a token, so that a keyword there is a name. */
    static boolean goesOn(int type) {
        return switch (type) {
            case COMMA, COLON, EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST -> true;
            case PLUS, MINUS, TIMES, DIVIDE, LEFT_BRACE, LEFT_BRACKET, LEFT_PAREN -> true;
            case WHEN, THEN, FALLBACK, WHERE, BECAUSE, AND, OR, NOT, IN, IS, OF, GIVEN, EXPECT -> true;
            default -> false;
        };
    }

    /** Whether a token can be a name. */
    static boolean isWord(int type) {
        return type == WORD || (POLICY <= type && type <= TO);
    }

    static boolean isNumber(int type) {
        return type == NUMBER || type == QUANTITY || type == MISWRITTEN;
    }

    static boolean isText(int type) {
        return type == TEXT || type == OPEN_TEXT || type == OTHER_TEXT;
    }

    static boolean isComparison(int type) {
        return EQUAL <= type && type <= GREATER;
    }
}
