package dev.mete.simulate.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of bytes, none longer than a bound. Not thread-safe. */
public final class Lines {
    private static final int LONGEST = 1 << 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];

    /** The line, in the buffer. */
    private int from;

    private int to;

    /** What follows the line's end, and what has been read. */
    private int next;

    private int end;
    private boolean hasEnded;
    private boolean isTooLong;
    private long number;

    public Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line that is not blank; false at the end. */
    public boolean next() throws IOException {
        while (read()) {
            number++;
            if (isTooLong || !isBlank()) {
                return true;
            }
        }
        return false;
    }

    private boolean read() throws IOException {
        isTooLong = false;
        from = next;
        int at = from;
        while (true) {
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (at < end) {
                next = at + 1;
                break;
            }
            if (hasEnded) {
                next = end;
                break;
            }
            if (at - from > LONGEST) {
                // the rest is not kept
                isTooLong = true;
                from = at - LONGEST;
            }
            at -= fill();
        }
        to = at;
        isTooLong |= to - from > LONGEST;
        return next > from;
    }

    /** Reads more, behind what belongs to the line; says how far that has moved to the front. */
    private int fill() throws IOException {
        int moved = from;
        System.arraycopy(buffer, from, buffer, 0, end - from);
        end -= moved;
        from = 0;
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, end, buffer.length - end);
        hasEnded = read < 0;
        end += Math.max(0, read);
        return moved;
    }

    private boolean isBlank() {
        for (int at = from; at < to; at++) {
            if (buffer[at] != ' ' && buffer[at] != '\r' && buffer[at] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** The number of the line, from 1. */
    public long number() {
        return number;
    }

    /** Whether the line is longer than 1 MiB; what is beyond that is not kept. */
    public boolean isTooLong() {
        return isTooLong;
    }

    /** Tells the line as it stands. */
    void tell(Traffic.Listener listener) {
        listener.json(number, buffer, start(), to);
    }

    /** The line as it is, without the byte order mark that some programs begin a file with. */
    public byte[] bytes() {
        return Arrays.copyOfRange(buffer, start(), to);
    }

    private int start() {
        int marked = from + BYTE_ORDER_MARK.length;
        boolean isMarked = number == 1
                && marked <= to
                && Arrays.equals(buffer, from, marked, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        return isMarked ? marked : from;
    }
}
