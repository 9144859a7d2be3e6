package dev.mete.bench.report;

import java.util.Locale;

/** Writes a measured number with the digits that mean something. */
final class Number {
    private Number() {}

    static String of(double value) {
        double size = Math.abs(value);
        int digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
