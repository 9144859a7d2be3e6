package dev.mete.bench.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The classes that a JVM has loaded. */
final class LoadedClasses {
    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

    private LoadedClasses() {}

    /** Their names, in the JVM that is a process. */
    static List<String> of(long pid) throws IOException, InterruptedException {
        var command = new ProcessBuilder(JCMD.toString(), Long.toString(pid), "VM.class_hierarchy")
                .redirectErrorStream(true)
                .start();
        String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (command.waitFor() != 0) {
            throw new IllegalStateException("jcmd failed:\n" + said);
        }
        return said.lines()
                .map(line -> line.replaceFirst("^[| ]*\\|?--", ""))
                .map(line -> line.replaceFirst("/.*", ""))
                .toList();
    }
}
