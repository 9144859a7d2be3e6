package dev.mete.server;

import dev.mete.server.decide.Limits;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Reads on and forgets what is left of a body that is not wanted. A client that is still sending does not read the answer, and would see its
 * connection reset instead of the problem.
 */
final class DrainBody {
    /** A body may be larger than the largest limit and still find its sender reading. */
    private static final int MOST_BYTES = 2 * Limits.BATCH;

    private static final Duration MOST_TIME = Duration.ofSeconds(5);
    private static final int BUFFER = 16 << 10;

    private DrainBody() {}

    static void of(Context ctx) {
        if (ctx.header("Expect") != null) {
            // the client waits for a word before it sends its body, and this answer is the word
            ctx.header("Connection", "close");
            return;
        }
        long start = System.nanoTime();
        byte[] buffer = new byte[BUFFER];
        long read = 0;
        try {
            InputStream in = ctx.req().getInputStream();
            int now = 0;
            while (now >= 0 && read < MOST_BYTES && System.nanoTime() - start < MOST_TIME.toNanos()) {
                now = in.read(buffer);
                read += now;
            }
            if (now >= 0) {
                ctx.header("Connection", "close");
            }
        } catch (IOException _) {
            // the client is gone; the answer goes nowhere
        }
    }
}
