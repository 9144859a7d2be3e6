package dev.mete.server.decide;

/**
 * Finds the first byte that is not UTF-8 (RFC 3629) in bytes as they come. The parser lets some through and reads another text than was sent, such as
 * a letter spelled in two bytes. Not thread-safe.
 */
final class Utf8 {
    private int needed;
    private int least = 0x80;
    private int most = 0xBF;

    /** The index of the first byte, before the end, that cannot stand where it does; -1 where there is none. */
    int firstWrong(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            int next = bytes[i] & 0xFF;
            if ((needed > 0 || next > 0x7F) && !takes(next)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the last character is whole. */
    boolean isWhole() {
        return needed == 0;
    }

    private boolean takes(int next) {
        if (needed == 0) {
            return starts(next);
        }
        boolean isWithin = next >= least && next <= most;
        needed--;
        least = 0x80;
        most = 0xBF;
        return isWithin;
    }

    /** The first byte says how many follow, and of the first that follows, how small or large it may be. */
    private boolean starts(int first) {
        needed = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        return first >= 0xC2 && first <= 0xF4;
    }
}
