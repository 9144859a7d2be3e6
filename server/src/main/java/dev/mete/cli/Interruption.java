package dev.mete.cli;

import java.io.PrintWriter;

/** Says that a long run was ended before it was done, so that nobody looks for what it would have written. */
final class Interruption implements AutoCloseable {
    private final Thread words;

    private Interruption(Thread words) {
        this.words = words;
    }

    /** Says so from now on until it is closed. */
    static Interruption of(PrintWriter err, String what) {
        var words = new Thread(() -> {
            err.println("mete: ended before it was done: " + what + " was not written");
            err.flush();
        });
        Runtime.getRuntime().addShutdownHook(words);
        return new Interruption(words);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(words);
        } catch (IllegalStateException _) {
            // the process is ending, and the words are said
        }
    }
}
