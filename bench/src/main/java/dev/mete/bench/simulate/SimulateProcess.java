package dev.mete.bench.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code mete simulate} in a process of its own, started as users start it, with a heap of 512 MiB. */
final class SimulateProcess {
    /** The largest heap, in MiB. */
    static final int HEAP = 512;

    private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final long LOOK_MILLIS = 100;
    private static final double KIBI = 1_024;

    private final Path root;
    private final Path folder;

    /**
     * Runs of the launcher in a folder.
     *
     * @param root where the launcher lies
     * @param folder where reports and logs go
     */
    SimulateProcess(Path root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /**
     * What a run took.
     *
     * @param seconds from the start of the process to its end
     * @param processorSeconds of all processors, until shortly before the end
     * @param resident the most of the process that was ever in memory, in MiB
     */
    record Run(double seconds, double processorSeconds, double resident, HeapLog heap) {}

    /** Has the launcher prepare what it prepares once after a build. */
    void prepare() throws IOException, InterruptedException {
        end(new ProcessBuilder(launcher(), "--version").inheritIO().start());
    }

    /** Simulates so many tasks to the end, and sees that none was left out. */
    Run run(List<String> arguments, long tasks) throws IOException, InterruptedException {
        Path report = folder.resolve("report.json");
        Path log = folder.resolve("gc.log");
        Files.deleteIfExists(report);
        Files.deleteIfExists(log);
        var command = new ArrayList<>(List.of(launcher(), "simulate"));
        command.addAll(arguments);
        command.addAll(List.of("--format", "json", "--output", report.toString()));
        var builder = new ProcessBuilder(command).directory(root.toFile()).inheritIO();
        builder.environment().put("METE_JAVA_OPTS", "-Xmx" + HEAP + "m -Xlog:gc:file=" + log + "::filecount=0");
        long begun = System.nanoTime();
        Process process = builder.start();
        double resident = 0;
        Duration processor = Duration.ZERO;
        do {
            resident = Math.max(resident, resident(process));
            processor = process.info().totalCpuDuration().orElse(processor);
            Thread.sleep(LOOK_MILLIS);
        } while (process.isAlive());
        double seconds = seconds(Duration.ofNanos(System.nanoTime() - begun));
        end(process);
        long counted = new ObjectMapper()
                .readTree(report.toFile())
                .at("/traffic/requests")
                .asLong();
        if (counted != tasks) {
            throw new IllegalStateException("of " + tasks + " tasks " + counted + " were simulated; see " + report);
        }
        return new Run(seconds, seconds(processor), resident, HeapLog.read(log));
    }

    private String launcher() {
        return root.resolve("mete").toString();
    }

    private static void end(Process process) throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    process.info().commandLine().orElse("mete") + " ended with " + process.exitValue());
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /** The most of a process that was ever in memory, in MiB; none where the system does not say. */
    private static double resident(Process process) {
        try {
            var found = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
            return found.find() ? Long.parseLong(found.group(1)) / KIBI : 0;
        } catch (IOException _) {
            return 0;
        }
    }
}
