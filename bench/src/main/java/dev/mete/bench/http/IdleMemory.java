package dev.mete.bench.http;

import dev.mete.bench.report.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What of the service is in memory after load on the shipped policies, at once and when it has been idle for a while. */
public final class IdleMemory {
    private static final int CONNECTIONS = 64;
    private static final int TASKS = 100;

    private final Path root;
    private final Path folder;
    private final List<Figure> figures = new ArrayList<>();

    /**
     * Measurements of a service.
     *
     * @param root the folder of the launcher
     * @param folder for files of this measurement
     */
    public IdleMemory(Path root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /**
     * Loads a service with single tasks and with batches, and leaves it alone; once with all shipped policies, once without DRL.
     *
     * @return what is in memory in the end, in MiB, the larger of both
     */
    public double measure(ShippedRules rules, Duration load, Duration idle) throws IOException, InterruptedException {
        return Math.max(
                measure("shipped policies without DRL", rules.withoutDrl(), CodingTasks.POLICY, load, idle),
                measure("shipped policies", rules.all(), ShippedRules.DRL, load, idle));
    }

    private double measure(String words, Path rules, String policy, Duration load, Duration idle)
            throws IOException, InterruptedException {
        var generator = Generator.installed(folder.resolve("wrk"));
        var tasks = policy.equals(CodingTasks.POLICY) ? CodingTasks.of(TASKS) : List.of(ShippedRules.task());
        try (var service = MeteService.start(root, rules, folder.resolve("state-memory"), policy, "")) {
            var single = service.tasks(tasks);
            service.process().firstAnswer(single);
            double started = service.process().resident();
            generator.load(single, CONNECTIONS, load).whole();
            generator
                    .load(service.batches(Posts.LINES, List.of(Bodies.lines(tasks))), CONNECTIONS, load)
                    .whole();
            double loaded = service.process().resident();
            Thread.sleep(idle);
            double left = service.process().resident();
            var parameters = Map.of("of", words);
            figures.addAll(List.of(
                    Figure.of("in memory, after the first answer", parameters, started, "MiB"),
                    Figure.of("in memory, after load", parameters, loaded, "MiB"),
                    Figure.of("in memory, idle for " + idle.toSeconds() + " s", parameters, left, "MiB")));
            return left;
        }
    }

    /** What was measured so far. */
    public List<Figure> figures() {
        return List.copyOf(figures);
    }
}
