package dev.mete.server.decide;

import java.util.function.Consumer;

/** The bytes of one request, possibly within more of them. The array is handed over, not copied. */
@SuppressWarnings("ArrayRecordComponent") // a body is read once and never compared
public record Body(byte[] bytes, int offset, int length) {
    /** A body that is all of the bytes. */
    public static Body of(byte[] bytes) {
        return new Body(bytes, 0, bytes.length);
    }

    /** Each line without its end; blank lines are passed over. */
    public void forEachLine(Consumer<Body> action) {
        int end = offset + length;
        for (int from = offset; from < end; ) {
            int to = from;
            boolean isBlank = true;
            while (to < end && bytes[to] != '\n') {
                isBlank &= ReadLines.isBlank(bytes[to++]);
            }
            if (!isBlank) {
                action.accept(new Body(bytes, from, to - from));
            }
            from = to + 1;
        }
    }
}
