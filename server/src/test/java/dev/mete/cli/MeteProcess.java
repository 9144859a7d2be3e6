package dev.mete.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own. */
public final class MeteProcess implements AutoCloseable {
    private static final long LONGEST_WAIT_SECONDS = 90;

    private final Process process;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Thread reading;

    private MeteProcess(Process process) {
        this.process = process;
        this.reading = Thread.ofPlatform().daemon().start(this::read);
    }

    static MeteProcess start(Object... arguments) throws IOException {
        return start(List.of(), List.of(), arguments);
    }

    /**
     * Starts it.
     *
     * @param more what is on the class path beside the service itself
     * @param java options for Java
     */
    public static MeteProcess start(List<String> more, List<String> java, Object... arguments) throws IOException {
        return new MeteProcess(new ProcessBuilder(command(more, java, arguments))
                .redirectErrorStream(true)
                .start());
    }

    /** Starts it with a file as its standard input. */
    static MeteProcess startWith(Path input, Object... arguments) throws IOException {
        return new MeteProcess(new ProcessBuilder(command(List.of(), List.of(), arguments))
                .redirectErrorStream(true)
                .redirectInput(input.toFile())
                .start());
    }

    /** What starts it with the given arguments. */
    static List<String> command(Object... arguments) {
        return command(List.of(), List.of(), arguments);
    }

    private static List<String> command(List<String> more, List<String> java, Object... arguments) {
        var classPath = new ArrayList<String>();
        classPath.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        classPath.addAll(more);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
        command.add("dev.mete.cli.Main");
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return command;
    }

    /** Its standard input. */
    OutputStream input() {
        return process.getOutputStream();
    }

    /** Asks it to end, as a service manager does. */
    void terminate() {
        // not through the process itself, which would close its output, and with it its last words
        process.toHandle().destroy();
    }

    /** Everything that it has written. */
    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Waits for a line with these words, and returns it. */
    public String await(String words) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
        while (System.nanoTime() < end) {
            var found = lines().stream().filter(line -> line.contains(words)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no line has `" + words + "` in " + lines());
    }

    /** Waits for its end, and returns its exit code. */
    public int exit() throws InterruptedException {
        if (!process.waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it goes on: " + lines());
        }
        reading.join();
        return process.exitValue();
    }

    private void read() {
        try (BufferedReader in = process.inputReader()) {
            in.lines().forEach(lines::add);
        } catch (UncheckedIOException | IOException _) {
            // the process has ended
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
