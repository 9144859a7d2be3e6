package dev.mete.engine.json.plain;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Bytes that grow, for JSON whose texts are prepared. Not thread-safe. */
public final class AsciiBytes {
    private static final int USUAL = 2_048;
    private static final int LONGEST_NUMBER = 20;

    /** The powers of ten that figures are divided by. */
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private byte[] bytes = new byte[USUAL];
    private int size;

    /** How many bytes there are. */
    public int size() {
        return size;
    }

    /** Takes back all bytes from a place on. */
    public void cut(int place) {
        size = place;
    }

    /** Adds bytes. */
    public void add(byte[] more) {
        add(more, 0, more.length);
    }

    /** Adds bytes. */
    public void add(byte[] more, int from, int length) {
        room(length);
        System.arraycopy(more, from, bytes, size, length);
        size += length;
    }

    /** Adds a character of ASCII. */
    public void add(char character) {
        room(1);
        bytes[size++] = (byte) character;
    }

    /** Adds a text of ASCII that needs no escapes. */
    @SuppressWarnings("deprecation") // the only way to the bytes of a text without an array in between
    public void add(String text) {
        room(text.length());
        text.getBytes(0, text.length(), bytes, size);
        size += text.length();
    }

    /** Adds a whole number. */
    public void add(long number) {
        room(LONGEST_NUMBER);
        if (number < 0) {
            add(Long.toString(number));
            return;
        }
        int end = size + digits(number);
        size = end;
        for (long left = number; ; ) {
            long next = left / 10;
            bytes[--end] = (byte) ('0' + (left - 10 * next));
            if (next == 0) {
                return;
            }
            left = next;
        }
    }

    private static int digits(long number) {
        int digits = 1;
        while (digits < POWERS.length && number >= POWERS[digits]) {
            digits++;
        }
        return digits;
    }

    /** Adds a number of parts, not below zero, of which one has ten to the power of the scale: without zeros at its end. */
    public void add(long parts, int scale) {
        long power = POWERS[scale];
        long whole = parts / power;
        long fraction = parts - whole * power;
        add(whole);
        if (fraction == 0) {
            return;
        }
        room(LONGEST_NUMBER);
        bytes[size] = '.';
        int end = size + 1 + scale;
        int at = end;
        boolean isEnd = true;
        for (int digit = 0; digit < scale; digit++) {
            long next = fraction / 10;
            byte last = (byte) ('0' + (fraction - 10 * next));
            fraction = next;
            bytes[--at] = last;
            if (isEnd && last == '0') {
                end--;
            } else {
                isEnd = false;
            }
        }
        size = end;
    }

    /** A copy of the bytes. */
    public byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    /** Writes the bytes, which stay. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
