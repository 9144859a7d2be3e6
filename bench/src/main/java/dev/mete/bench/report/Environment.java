package dev.mete.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Where and when figures were taken.
 *
 * @param loadAverage processes that ran or waited to run, over the minute before the first measurement
 */
public record Environment(String machine, String jdk, String loadAverage, String date) {
    /** This machine, now. */
    public static Environment now() {
        var runtime = Runtime.version();
        return new Environment(
                processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores",
                System.getProperty("java.vendor.version", System.getProperty("java.vendor")) + " (" + runtime + ")",
                String.format(
                        Locale.ROOT,
                        "%.2f",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
                LocalDate.now(ZoneOffset.UTC).toString());
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(Environment::architecture);
        } catch (IOException _) {
            return architecture();
        }
    }

    private static String architecture() {
        return System.getProperty("os.name") + " on " + System.getProperty("os.arch");
    }
}
