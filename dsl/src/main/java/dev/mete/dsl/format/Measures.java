package dev.mete.dsl.format;

import dev.mete.dsl.parse.Lexeme.Kind;
import dev.mete.dsl.syntax.Item;
import java.util.Arrays;

/**
 * How wide each word is, how many blanks stand before it within a line, and how readily a line breaks before it. The blanks are widened where
 * columns are aligned; the rest never changes.
 */
final class Measures {
    /** The width of a page, in characters. */
    static final int WIDTH = 140;

    /** Before this word no line breaks. */
    static final int NEVER = Integer.MAX_VALUE;

    /** Before {@code when} a line breaks only where it can nowhere else. */
    private static final int LAST_RESORT = NEVER - 1;

    /** How many kinds of breaks there are within the same brackets. */
    private static final int KINDS = 4;

    private final Script script;
    private final Roles roles;
    private final int[] widths;
    private final int[] blanks;
    private final int[] breaks;

    Measures(Script script, Roles roles) {
        this.script = script;
        this.roles = roles;
        this.widths = new int[script.size()];
        this.blanks = new int[script.size()];
        this.breaks = new int[script.size()];
        Arrays.setAll(widths, at -> width(script.word(at)));
    }

    /** Measures the words of an item. */
    void measure(Item item, int from, int to) {
        int depth = 0;
        for (int at = from; at < to; at++) {
            Kind kind = script.kind(at);
            depth -= kind == Kind.CLOSE ? 1 : 0;
            boolean isFirst = at == from;
            blanks[at] = isFirst ? 0 : blanks(item, at, from);
            breaks[at] = isFirst ? NEVER : readiness(item, at, depth);
            depth += kind == Kind.OPEN_LIST || kind == Kind.OPEN_PARENTHESIS ? 1 : 0;
        }
    }

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    int width(int at) {
        return widths[at];
    }

    int blanks(int at) {
        return blanks[at];
    }

    void widen(int at, int more) {
        blanks[at] += more;
    }

    /** The least of a line is where it breaks best. */
    int readiness(int at) {
        return breaks[at];
    }

    /** Within how many brackets a line starts that breaks before a word. */
    int depth(int at) {
        return breaks[at] >= LAST_RESORT ? 0 : breaks[at] / KINDS;
    }

    /** How wide some words are in one line, from the first one on. */
    int width(int from, int to) {
        int width = 0;
        for (int at = from; at < to; at++) {
            width += widths[at] + (at == from ? 0 : blanks[at]);
        }
        return width;
    }

    private int blanks(Item item, int at, int from) {
        Kind last = script.kind(at - 1);
        Kind kind = script.kind(at);
        if (item instanceof Item.PolicyName && at > from + 1) {
            return script.isJoinedToLast(at) ? 0 : 1;
        }
        if (last == Kind.GIVEN) {
            return 2;
        }
        boolean isTight = kind == Kind.COMMA
                || kind == Kind.CLOSE
                || kind == Kind.CLOSE_BLOCK
                || last == Kind.OPEN_LIST
                || last == Kind.OPEN_PARENTHESIS
                || (kind == Kind.OPEN_PARENTHESIS && roles.isFunction(at - 1))
                || (last == Kind.MINUS && isSign(item, at - 1));
        return isTight ? 0 : 1;
    }

    /** Whether a minus belongs to what follows alone. */
    private boolean isSign(Item item, int at) {
        if (item instanceof Item.Features || item instanceof Item.Test) {
            return true;
        }
        return switch (script.kind(at - 1)) {
            case VALUE, CLOSE -> false;
            case NAME -> roles.isLead(at - 1);
            default -> true;
        };
    }

    private int readiness(Item item, int at, int depth) {
        if (script.kind(at - 1) == Kind.COMMA) {
            return KINDS * depth + 2;
        }
        return switch (script.kind(at)) {
            case OR -> KINDS * depth;
            case AND -> KINDS * depth + 1;
            case LESS -> item instanceof Item.Features ? KINDS * depth + 2 : NEVER;
            case PLUS -> KINDS * depth + 3;
            case MINUS -> isSign(item, at) || item instanceof Item.PolicyName ? NEVER : KINDS * depth + 3;
            case WHEN -> LAST_RESORT;
            default -> NEVER;
        };
    }
}
