package dev.mete.simulate.traffic;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of bytes, none longer than a bound. Not thread-safe. */
public final class Lines {
    private static final int LONGEST = 1 << 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean isTooLong;
    private long number;

    public Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
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
        line.reset();
        isTooLong = false;
        int next = in.read();
        if (next < 0) {
            return false;
        }
        while (next >= 0 && next != '\n') {
            if (line.size() < LONGEST) {
                line.write(next);
            } else {
                isTooLong = true;
            }
            next = in.read();
        }
        return true;
    }

    private boolean isBlank() {
        for (byte letter : line.toByteArray()) {
            if (letter != ' ' && letter != '\r' && letter != '\t') {
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

    /** The line as it is, without the byte order mark that some programs begin a file with. */
    public byte[] bytes() {
        byte[] bytes = line.toByteArray();
        boolean isMarked = number == 1 && Arrays.mismatch(bytes, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length;
        return isMarked ? Arrays.copyOfRange(bytes, BYTE_ORDER_MARK.length, bytes.length) : bytes;
    }
}
