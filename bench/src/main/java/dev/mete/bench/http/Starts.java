package dev.mete.bench.http;

import dev.mete.bench.report.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the start of a process to its first answer: the service on the shipped policies, and Javalin with one route, in turns. */
public final class Starts {
    private static final double MILLION = 1e6;
    private static final String NO_CACHE = "-XX:AOTMode=off";

    private final Path root;
    private final Path folder;
    private final Path cache;
    private final List<Side> sides;

    /** A program with what was measured of it. */
    private record Side(String words, Start start, List<Double> millis, List<Double> processor) {
        Side(String words, Start start) {
            this(words, start, new ArrayList<>(), new ArrayList<>());
        }
    }

    @FunctionalInterface
    private interface Start {
        Started start() throws IOException;
    }

    private record Started(ServerProcess server, Posts posts) {}

    /**
     * Measurements in which nothing was measured yet.
     *
     * @param root the folder of the launcher
     * @param folder for files of this measurement
     */
    public Starts(Path root, Path folder, ShippedRules rules) throws IOException, InterruptedException {
        this.root = root;
        this.folder = folder;
        this.cache = folder.resolve("javalin.aot");
        List<String> java = trained(rules);
        this.sides = List.of(
                new Side("Mete, without DRL; its AOT cache", () -> mete(rules.withoutDrl(), CodingTasks.POLICY, "")),
                new Side("Mete, without DRL; no cache", () -> mete(rules.withoutDrl(), CodingTasks.POLICY, NO_CACHE)),
                new Side("Mete, with DRL; its AOT cache", () -> mete(rules.all(), ShippedRules.DRL, "")),
                new Side("Mete, with DRL; no cache", () -> mete(rules.all(), ShippedRules.DRL, NO_CACHE)),
                new Side("Javalin, one route; an AOT cache", () -> javalin(java, "-XX:AOTCache=" + cache)),
                new Side("Javalin, one route; no cache", () -> javalin(java, NO_CACHE)));
    }

    /** Makes the cache for Javalin as the launcher makes its own; gives the options that the launcher starts Java with. */
    private List<String> trained(ShippedRules rules) throws IOException, InterruptedException {
        var java = new ArrayList<String>();
        var mete = mete(rules.withoutDrl(), CodingTasks.POLICY, "");
        try (var server = mete.server()) {
            server.firstAnswer(mete.posts());
            java.add(server.java());
            java.addAll(server.javaOptions());
        }
        var javalin = javalin(java, "-XX:AOTCacheOutput=" + cache);
        try (var server = javalin.server()) {
            server.firstAnswer(javalin.posts());
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("Java made no cache for Javalin");
        }
        return java;
    }

    private Started mete(Path rules, String policy, String option) throws IOException {
        var service = MeteService.start(root, rules, folder.resolve("state-start"), policy, option);
        return new Started(service.process(), service.tasks(List.of(ShippedRules.task())));
    }

    private Started javalin(List<String> java, String option) throws IOException {
        var options = new ArrayList<>(java);
        options.add(option);
        var server = ConstantServer.JAVALIN.start(root, folder, options, ShippedRules.task());
        var address = server.address(ConstantServer.path());
        return new Started(server, new Posts(address, Posts.JSON, List.of(ShippedRules.task())));
    }

    /** Starts each so many times, in turns. */
    public void measure(int starts) throws IOException, InterruptedException {
        for (int start = 0; start < starts; start++) {
            for (Side side : sides) {
                measure(side);
            }
        }
    }

    private static void measure(Side side) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var started = side.start().start();
        try (var server = started.server()) {
            server.firstAnswer(started.posts());
            side.millis().add((System.nanoTime() - begun) / MILLION);
            side.processor().add((double) server.processorTime().toMillis());
        }
    }

    /** The start of the service without DRL, as a multiple of Javalin's; both with a cache. */
    public double ratio() {
        return Median.of(sides.get(0).millis()) / Median.of(sides.get(4).millis());
    }

    /** The medians. */
    public List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        for (Side side : sides) {
            var parameters = Map.of("of", side.words());
            String median = ", median of " + side.millis().size();
            figures.add(Figure.of("first answer" + median, parameters, Median.of(side.millis()), "ms"));
            figures.add(Figure.of("processor time until then", parameters, Median.of(side.processor()), "ms"));
        }
        return figures;
    }
}
