package dev.mete.server.decide;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads no further than a limit, and only UTF-8. Not thread-safe. */
final class LimitedInput extends FilterInputStream {
    private final Utf8 utf8 = new Utf8();
    private long left;
    private boolean isWrong;

    LimitedInput(InputStream in, long limit) {
        super(in);
        this.left = limit;
    }

    /** There was more than the limit allows. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("more than the limit allows");
        }
    }

    /** The next byte is not UTF-8. */
    static final class NotUtf8 extends IOException {
        private static final long serialVersionUID = 1L;

        NotUtf8() {
            super("not UTF-8");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = isWrong ? -1 : in.read(buffer, offset, length);
        if (read < 0) {
            if (isWrong || !utf8.isWhole()) {
                throw new NotUtf8();
            }
            return read;
        }
        count(read);
        int wrong = utf8.firstWrong(buffer, offset, offset + read);
        if (wrong < 0) {
            return read;
        }
        // what comes before it is read first, so that the reader knows where it stands
        isWrong = true;
        if (wrong == offset) {
            throw new NotUtf8();
        }
        return wrong - offset;
    }

    /** Leaves the body open: what is left of one that is refused is still to be read, or its sender would not hear why. */
    @Override
    public void close() {}

    private void count(int read) throws TooLarge {
        left -= read;
        if (left < 0) {
            throw new TooLarge();
        }
    }
}
