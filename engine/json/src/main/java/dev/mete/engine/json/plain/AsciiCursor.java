package dev.mete.engine.json.plain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Goes through JSON that is plain ASCII. White space before a token is passed over. Where something is not as asked for, the place it stands at means nothing
 * any more. Not thread-safe.
 */
final class AsciiCursor {
    /** No number, or one that is not plain. */
    static final long NO_NUMBER = Long.MIN_VALUE;

    /** As many digits as a {@code long} holds, whatever they are. */
    private static final int MOST_DIGITS = 18;

    /** So many digits may stand after the point of a number that is passed over. */
    private static final int MOST_PASSED = 9;

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private final byte[] bytes;
    private final int end;
    private int at;

    AsciiCursor(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Whether this token is next; it is passed over if so. */
    boolean takes(char token) {
        passSpace();
        boolean takes = at < end && bytes[at] == token;
        if (takes) {
            at++;
        }
        return takes;
    }

    private void passSpace() {
        while (at < end && isSpace(bytes[at])) {
            at++;
        }
    }

    /** The place of the next byte. */
    int at() {
        return at;
    }

    /** Whether nothing but white space is left. */
    boolean isAtEnd() {
        passSpace();
        return at == end;
    }

    private static boolean isSpace(byte next) {
        return next <= ' ' && (next == ' ' || next == '\n' || next == '\r' || next == '\t');
    }

    /** Whether the text that begins here is this one, up to its end. */
    boolean is(byte[] text) {
        int stop = at + text.length;
        boolean is = stop < end && Arrays.equals(text, 0, text.length, bytes, at, stop) && bytes[stop] == '"';
        at = stop + 1;
        return is;
    }

    /** What the text that begins here stands for, up to its end; null where that is not known. */
    <T> @Nullable T name(AsciiTable<T> table) {
        int from = at;
        int hash = 0;
        for (int here = from; here < end; here++) {
            byte next = bytes[here];
            if (next == '"') {
                at = here + 1;
                return table.of(bytes, from, here, hash);
            }
            hash = AsciiTable.hash(hash, next);
        }
        return null;
    }

    /** The text that begins here, up to its end; null where it is longer, or not plain. */
    @Nullable
    String text(int longest) {
        int from = at;
        int last = Math.min(end, from + longest + 1);
        for (int here = from; here < last; here++) {
            byte next = bytes[here];
            if (next == '"') {
                at = here + 1;
                return here == from ? "" : new String(bytes, from, here - from, StandardCharsets.ISO_8859_1);
            }
            if (next < ' ' || next == '\\') {
                return null;
            }
        }
        return null;
    }

    /** 1 for true, 0 for false, -1 for neither. */
    int flag() {
        passSpace();
        int flag = starts(TRUE) ? 1 : starts(FALSE) ? 0 : -1;
        at += flag == 1 ? TRUE.length : FALSE.length;
        return flag;
    }

    private boolean starts(byte[] word) {
        return at + word.length < end && Arrays.equals(word, 0, word.length, bytes, at, at + word.length);
    }

    /** Passes over a text, a flag, a number or a list of texts; says whether it was one that is plain. */
    boolean passValue() {
        if (takes('"')) {
            return text(Integer.MAX_VALUE - at - 1) != null;
        }
        if (!takes('[')) {
            boolean isFlag = at < end && (bytes[at] == 't' || bytes[at] == 'f');
            return isFlag ? flag() >= 0 : number(MOST_PASSED) != NO_NUMBER;
        }
        if (takes(']')) {
            return true;
        }
        do {
            if (!takes('"') || text(Integer.MAX_VALUE - at - 1) == null) {
                return false;
            }
        } while (takes(','));
        return takes(']');
    }

    /**
     * The number that is next, in parts of ten to the power of its digits after the point, of which there may be so many; {@link #NO_NUMBER} where it is
     * not plain.
     */
    long number(int digits) {
        boolean isNegative = takes('-');
        int from = at;
        long number = 0;
        int here = from;
        while (here < end && isDigit(bytes[here])) {
            number = 10 * number + (bytes[here++] - '0');
        }
        boolean isWhole = here > from && (here == from + 1 || bytes[from] != '0');
        if (!isWhole || here - from + digits > MOST_DIGITS) {
            return NO_NUMBER;
        }
        int after = 0;
        if (here < end && bytes[here] == '.') {
            int point = here++;
            while (here < end && isDigit(bytes[here]) && after < digits) {
                number = 10 * number + (bytes[here++] - '0');
                after++;
            }
            if (here == point + 1) {
                return NO_NUMBER;
            }
        }
        at = here;
        if (here < end && (isDigit(bytes[here]) || bytes[here] == 'e' || bytes[here] == 'E')) {
            return NO_NUMBER;
        }
        for (; after < digits; after++) {
            number *= 10;
        }
        return isNegative ? -number : number;
    }

    private static boolean isDigit(byte next) {
        return next >= '0' && next <= '9';
    }
}
