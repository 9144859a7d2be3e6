package dev.mete.server.decide;

/** The bytes of one request, possibly within more of them. The array is handed over, not copied. */
@SuppressWarnings("ArrayRecordComponent") // a body is read once and never compared
public record Body(byte[] bytes, int offset, int length) {
    /** A body that is all of the bytes. */
    public static Body of(byte[] bytes) {
        return new Body(bytes, 0, bytes.length);
    }
}
