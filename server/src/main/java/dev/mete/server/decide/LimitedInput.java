package dev.mete.server.decide;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads no further than a limit. Not thread-safe. */
final class LimitedInput extends FilterInputStream {
    private long left;

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

    @Override
    public int read() throws IOException {
        int read = in.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
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
