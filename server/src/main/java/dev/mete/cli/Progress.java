package dev.mete.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongConsumer;

/** How far a long run has come: one line on a terminal that is written over, nothing elsewhere. Not thread-safe. */
final class Progress implements LongConsumer, AutoCloseable {
    private static final long EVERY = 10_000;

    private final PrintWriter err;
    private final boolean isTerminal;
    private boolean isShown;

    private Progress(PrintWriter err, boolean isTerminal) {
        this.err = err;
        this.isTerminal = isTerminal;
    }

    @SuppressWarnings("SystemConsoleNull") // from JDK 25 on there is none again where nobody types
    static Progress of(PrintWriter err) {
        Console console = System.console();
        return new Progress(err, console != null && console.isTerminal());
    }

    @Override
    public void accept(long line) {
        if (isTerminal && line % EVERY == 0) {
            err.print(String.format(Locale.ROOT, "\r%,d lines", line));
            err.flush();
            isShown = true;
        }
    }

    /** Takes the line away. */
    @Override
    public void close() {
        if (isShown) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
