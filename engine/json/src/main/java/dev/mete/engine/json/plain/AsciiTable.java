package dev.mete.engine.json.plain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a name stands for by its bytes, without making a text of them. Only names that JSON writes as they are, in ASCII, are in it. Immutable, thread-safe. */
final class AsciiTable<T> {
    private static final int MULTIPLIER = 31;

    private final byte[][] names;
    private final @Nullable Object[] values;
    private final int mask;

    /** A name and what it stands for. */
    record Entry<T>(String name, T value) {}

    AsciiTable(List<Entry<T>> entries) {
        int size = Integer.highestOneBit(Math.max(1, entries.size())) * 4;
        this.names = new byte[size][];
        this.values = new Object[size];
        this.mask = size - 1;
        Arrays.fill(names, new byte[0]);
        for (Entry<T> entry : entries) {
            if (isPlain(entry.name())) {
                byte[] name = entry.name().getBytes(StandardCharsets.US_ASCII);
                int at = place(name, 0, name.length, hash(name));
                names[at] = name;
                values[at] = entry.value();
            }
        }
    }

    /** Whether JSON writes a name as it is. */
    private static boolean isPlain(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '"' && c != '\\');
    }

    private static int hash(byte[] name) {
        int hash = 0;
        for (byte next : name) {
            hash = hash(hash, next);
        }
        return hash;
    }

    /** The hash of one byte more. */
    static int hash(int hash, byte next) {
        return MULTIPLIER * hash + next;
    }

    /** What a name stands for; null where it is not known. */
    @SuppressWarnings("unchecked") // the constructor puts nothing else in
    @Nullable
    T of(byte[] bytes, int from, int to, int hash) {
        return (T) values[place(bytes, from, to, hash)];
    }

    private int place(byte[] bytes, int from, int to, int hash) {
        int at = (hash ^ hash >>> 15) & mask;
        while (names[at].length > 0 && !Arrays.equals(names[at], 0, names[at].length, bytes, from, to)) {
            at = at + 1 & mask;
        }
        return at;
    }
}
