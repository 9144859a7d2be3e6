package dev.mete.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/**
 * Standard output that remembers why it could not be written, which a {@link PrintWriter} keeps to itself: what a full disk cut short is not to be
 * taken for the whole. Not thread-safe.
 */
final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private @Nullable IOException failure;

    StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    /** Writes UTF-8, whatever the language of the machine, and each line at once. */
    PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(this, StandardCharsets.UTF_8), true);
    }

    @Override
    public void write(int part) {
        write(new byte[] {(byte) part}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (failure == null) {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /** The exit code of a command that ended with the given one, and why it is another. A reader that had enough is no failure. */
    int exit(int code, PrintWriter err) {
        if (failure == null || "Broken pipe".equals(failure.getMessage())) {
            return code;
        }
        err.println("mete: the output could not be written to its end: " + failure.getMessage());
        return ExitCode.USAGE;
    }
}
