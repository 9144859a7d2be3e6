package dev.mete.engine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Writes figures as fields: exact decimals without zeros at their end and without an exponent; nothing for what is not known. */
final class Figure {
    /** How many pico-dollars, as a power of ten, a dollar has. */
    static final int PICO = 12;

    /** How many nano-dollars a dollar has. */
    static final int NANO = 9;

    /** How many femto-dollars a dollar has. */
    static final int FEMTO = 15;

    /** How many millionths one has. */
    static final int MILLIONTH = 6;

    private static final long MICROS_PER_MILLI = 1_000;

    private Figure() {}

    /** A number of parts, of which one has ten to the power of the scale. */
    static void write(JsonGenerator out, String field, @Nullable Long parts, int scale) throws IOException {
        if (parts != null) {
            write(out, field, BigDecimal.valueOf(parts, scale));
        }
    }

    /** A number of parts that may be beyond a long. */
    static void write(JsonGenerator out, String field, @Nullable BigInteger parts, int scale) throws IOException {
        if (parts != null) {
            write(out, field, new BigDecimal(parts, scale));
        }
    }

    /** A probability. */
    static void share(JsonGenerator out, String field, @Nullable Integer millionths) throws IOException {
        if (millionths != null) {
            write(out, field, BigDecimal.valueOf(millionths, MILLIONTH));
        }
    }

    /** A latency in whole milliseconds, rounded up: who waits so long has the answer. */
    static void millis(JsonGenerator out, String field, @Nullable Long micros) throws IOException {
        if (micros != null) {
            out.writeNumberField(field, Math.ceilDiv(micros, MICROS_PER_MILLI));
        }
    }

    private static void write(JsonGenerator out, String field, BigDecimal number) throws IOException {
        out.writeFieldName(field);
        out.writeNumber(number.stripTrailingZeros().toPlainString());
    }
}
