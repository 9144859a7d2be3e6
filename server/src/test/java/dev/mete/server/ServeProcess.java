package dev.mete.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** {@code mete serve} in a process of its own, so that code of policies can do no harm to this one. */
final class ServeProcess implements AutoCloseable {
    private static final String ADDRESS = "Mete serves ";

    private final Process process;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Thread reading;

    private ServeProcess(Process process) {
        this.process = process;
        this.reading = Thread.ofPlatform().daemon().start(this::read);
    }

    /**
     * Starts the service as the launcher does.
     *
     * @param more what is on the class path beside the service itself
     * @param options what is said to Java and to {@code serve}, those that start with {@code -D} to Java
     */
    static ServeProcess start(Path rules, List<String> more, String... options) {
        var classPath = new ArrayList<String>();
        classPath.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        classPath.addAll(more);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream.of(options).filter(option -> option.startsWith("-D")).forEach(command::add);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
        command.addAll(List.of("dev.mete.cli.Main", "serve", rules.toString(), "--port", "0"));
        Stream.of(options).filter(option -> !option.startsWith("-D")).forEach(command::add);
        try {
            return new ServeProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the service, once it has said its address. */
    Client client() {
        TestService.await(() -> !lines(ADDRESS).isEmpty() || !process.isAlive());
        String line = lines(ADDRESS).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("the service ended: " + lines("")));
        return new Client(line.substring(line.indexOf("http://")).strip());
    }

    /** The lines that it has written so far and that contain the words. */
    List<String> lines(String words) {
        synchronized (lines) {
            return lines.stream().filter(line -> line.contains(words)).toList();
        }
    }

    /** Waits for its end. */
    int exit() throws InterruptedException {
        TestService.await(() -> !process.isAlive());
        reading.join();
        return process.exitValue();
    }

    private void read() {
        try (var in = process.inputReader()) {
            in.lines().forEach(lines::add);
        } catch (UncheckedIOException | IOException _) {
            // The process was ended while it wrote.
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
