package dev.mete.simulate.run;

import dev.mete.engine.json.plain.PlainTasks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** When a request came, where it says so in the usual way behind its task, or not at all: {@code ,"at":"2026-11-22T09:30:00Z"}}. Not thread-safe. */
final class PlainMoment implements PlainTasks.Rest {
    private static final byte[] AT = "\"at\":\"".getBytes(StandardCharsets.US_ASCII);

    /** Whole seconds of Greenwich. */
    private static final int LENGTH = "2026-11-22T09:30:00Z".length();

    private final byte[] last = new byte[LENGTH];
    private @Nullable Instant lastMoment;
    private @Nullable Instant moment;

    /** The moment of the request that was taken last; null where it does not say. */
    @Nullable
    Instant moment() {
        return moment;
    }

    /** Forgets it. */
    void forget() {
        moment = null;
    }

    @Override
    public boolean takes(byte[] bytes, int from, int to) {
        moment = null;
        int at = afterSpace(bytes, from, to);
        if (at < to && bytes[at] == ',') {
            int name = afterSpace(bytes, at + 1, to);
            int text = name + AT.length;
            int end = text + LENGTH;
            boolean isUsual = end < to && Arrays.equals(bytes, name, text, AT, 0, AT.length) && bytes[end] == '"';
            if (!isUsual || !read(bytes, text)) {
                return false;
            }
            at = afterSpace(bytes, end + 1, to);
        }
        return at < to && bytes[at] == '}' && afterSpace(bytes, at + 1, to) == to;
    }

    private boolean read(byte[] bytes, int from) {
        if (lastMoment == null || !Arrays.equals(bytes, from, from + LENGTH, last, 0, LENGTH)) {
            try {
                lastMoment = Instant.parse(new String(bytes, from, LENGTH, StandardCharsets.ISO_8859_1));
            } catch (DateTimeParseException _) {
                return false;
            }
            System.arraycopy(bytes, from, last, 0, LENGTH);
        }
        moment = lastMoment;
        return true;
    }

    private static int afterSpace(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        return at;
    }
}
