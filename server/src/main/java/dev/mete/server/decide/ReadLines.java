package dev.mete.server.decide;

import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines of bounded length from bytes as they come; lines that hold only white space are passed over. Not thread-safe. */
final class ReadLines {
    private static final int FIRST_BUFFER = 8 << 10;

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

    private @Nullable Line line(int end) {
        if (end - from > longest) {
            return new Line.TooLong();
        }
        for (int i = from; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return new Line.Text(new Body(buffer, from, end - from));
            }
        }
        return null;
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
