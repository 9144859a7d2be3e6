package dev.mete.server;

import dev.mete.cli.MeteProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code mete serve} in a process of its own, so that code of policies can do no harm to this one. */
final class ServeProcess implements AutoCloseable {
    private static final String ADDRESS = "Mete serves ";

    private final MeteProcess process;

    private ServeProcess(MeteProcess process) {
        this.process = process;
    }

    /**
     * Starts the service as the launcher does.
     *
     * @param more what is on the class path beside the service itself
     * @param options what is said to Java and to {@code serve}, those that start with {@code -D} to Java
     */
    static ServeProcess start(Path rules, List<String> more, String... options) {
        var java = Stream.of(options).filter(option -> option.startsWith("-D")).toList();
        var serve = Stream.of(options).filter(option -> !option.startsWith("-D"));
        try {
            return new ServeProcess(MeteProcess.start(
                    more,
                    java,
                    Stream.concat(Stream.of("serve", rules, "--port", 0), serve).toArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the service, once it has said its address. */
    Client client() {
        try {
            String line = process.await(ADDRESS);
            return new Client(line.substring(line.indexOf("http://")).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The lines that it has written so far and that contain the words. */
    List<String> lines(String words) {
        return process.lines().stream().filter(line -> line.contains(words)).toList();
    }

    /** Waits for its end. */
    int exit() throws InterruptedException {
        return process.exit();
    }

    @Override
    public void close() {
        process.close();
    }
}
