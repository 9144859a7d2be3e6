package dev.mete.server.decide;

import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines of bounded length from bytes as they come; lines that hold only white space are passed over. Not thread-safe. */
final class ReadLines {
    private static final int FIRST_BUFFER = 64 << 10;

    private final InputStream in;
    private final int longest;
    private final Flushable answers;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int from;
    private int to;

    /** Up to here there is no line end. */
    private int scanned;

    private boolean hasEnded;

    /**
     * Lines to read.
     *
     * @param longest the longest line, in bytes
     * @param answers sent off before waiting for bytes: whoever sends them may wait for an answer first
     */
    ReadLines(InputStream in, int longest, Flushable answers) {
        this.in = in;
        this.longest = longest;
        this.answers = answers;
    }

    /** A line without its end. */
    sealed interface Line {
        /** The bytes of a line; valid until the next one is read. */
        record Text(Body body) implements Line {}

        /** A line beyond the limit, which is read and left. */
        record TooLong() implements Line {}
    }

    /** Waits until a line can be taken; false where the stream has ended and there is none. */
    boolean await() throws IOException {
        while (lineEnd() < 0 && !hasEnded && to - from <= longest) {
            fill();
        }
        return from < to;
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        while (true) {
            int end = lineEnd();
            if (end < 0 && hasEnded) {
                Line last = from < to ? line(to) : null;
                from = to;
                return last;
            }
            if (end >= 0) {
                Line line = line(end);
                from = end + 1;
                if (line != null) {
                    return line;
                }
            } else if (to - from > longest) {
                passOver();
                return new Line.TooLong();
            } else {
                fill();
            }
        }
    }

    /**
     * All whole lines that have been read and not been taken, the last of which may lack its end where the stream ended; null where there are none. Never
     * waits. The bytes are valid until the next line is read.
     *
     * @param least so many bytes at least
     */
    @Nullable
    Body block(int least) throws IOException {
        gather();
        int end = to;
        while (end > from && buffer[end - 1] != '\n') {
            end--;
        }
        if (end - from < least || hasLongLine(end)) {
            return null;
        }
        var block = new Body(buffer, from, end - from);
        from = end;
        scanned = end;
        return block;
    }

    /** Reads what has come already. A server gives it in pieces, which may be smaller than a block. */
    private void gather() throws IOException {
        while (!hasEnded && to - from < FIRST_BUFFER && in.available() > 0) {
            fill();
        }
    }

    /** Whether a line up to a place is beyond the limit. */
    private boolean hasLongLine(int end) {
        if (end - from <= longest) {
            return false;
        }
        int start = from;
        for (int i = from; i < end; i++) {
            if (buffer[i] == '\n') {
                if (i - start > longest) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private @Nullable Line line(int end) {
        if (end - from > longest) {
            return new Line.TooLong();
        }
        for (int i = from; i < end; i++) {
            if (!isBlank(buffer[i])) {
                return new Line.Text(new Body(buffer, from, end - from));
            }
        }
        return null;
    }

    static boolean isBlank(byte next) {
        return next == ' ' || next == '\t' || next == '\r';
    }

    private int lineEnd() {
        scanned = Math.max(scanned, from);
        while (scanned < to) {
            if (buffer[scanned] == '\n') {
                return scanned;
            }
            scanned++;
        }
        return -1;
    }

    private void fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            scanned = Math.max(0, scanned - from);
            from = 0;
        }
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, longest + FIRST_BUFFER));
        }
        if (in.available() == 0) {
            answers.flush();
        }
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            hasEnded = true;
        } else {
            to += read;
        }
    }

    /** Leaves the rest of a line that is too long. */
    private void passOver() throws IOException {
        while (true) {
            from = to;
            fill();
            int end = lineEnd();
            if (end >= 0 || hasEnded) {
                from = end >= 0 ? end + 1 : to;
                return;
            }
        }
    }
}
