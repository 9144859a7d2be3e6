package dev.mete.bench.http;

import dev.mete.bench.report.Figure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** One decision for each request, by the service and by servers that answer the same bytes each time, in turns. */
public final class CompareServers implements AutoCloseable {
    private static final int CONNECTIONS = 64;
    private static final int TASKS = 64;
    private static final double MICRO = 1e3;

    private final Generator generator;
    private final MeteService mete;
    private final List<Side> sides = new ArrayList<>();

    /** A server with what was measured of it, round by round. */
    private record Side(String name, ServerProcess server, Posts posts, List<Round> rounds) {}

    /**
     * A round of one server.
     *
     * @param processor microseconds that the server had a processor for each request
     */
    private record Round(double processor, Loaded loaded) {}

    private CompareServers(Path root, Path folder, List<ConstantServer> others)
            throws IOException, InterruptedException {
        this.generator = Generator.installed(folder.resolve("wrk"));
        this.mete = MeteService.start(root, root.resolve("rules"), folder.resolve("state"), CodingTasks.POLICY, "");
        Posts posts = mete.tasks(CodingTasks.of(TASKS));
        mete.process().firstAnswer(posts);
        sides.add(new Side("Mete", mete.process(), posts, new ArrayList<>()));
        byte[] answer = usualAnswer(posts);
        var java = new ArrayList<String>();
        java.add(mete.process().java());
        java.addAll(mete.process().javaOptions());
        for (ConstantServer kind : others) {
            var server = kind.start(root, folder, java, answer);
            var posted = new Posts(server.address(ConstantServer.path()), posts.type(), posts.bodies());
            sides.add(new Side(kind.words(), server, posted, new ArrayList<>()));
            if (server.firstAnswer(posted).length() != answer.length) {
                throw new IllegalStateException(kind.words() + " answers otherwise");
            }
        }
    }

    /**
     * Starts the service and all other servers, and sees that they answer.
     *
     * @param root the folder of the launcher and of the shipped policies
     * @param folder for files of this measurement
     */
    public static CompareServers withAll(Path root, Path folder) throws IOException, InterruptedException {
        return new CompareServers(root, folder, List.of(ConstantServer.values()));
    }

    /** As {@link #withAll}, with the bare handler as the only other. */
    public static CompareServers withBareJetty(Path root, Path folder) throws IOException, InterruptedException {
        return new CompareServers(root, folder, List.of(ConstantServer.BARE_JETTY));
    }

    /** The answer of middle length, after all were seen to be decisions. */
    private byte[] usualAnswer(Posts posts) {
        var answers = new ArrayList<String>();
        for (int place = 0; place < posts.bodies().size(); place++) {
            var response = mete.process().post(posts, place).join();
            if (response.statusCode() != 200 || !response.body().contains("\"model\":")) {
                throw new IllegalStateException("no decision: " + response.body());
            }
            answers.add(response.body());
        }
        answers.sort(Comparator.comparingInt(String::length));
        return answers.get(answers.size() / 2).getBytes(StandardCharsets.UTF_8);
    }

    /** Loads each server in turn, round after round. */
    public void measure(Rounds rounds) throws IOException, InterruptedException {
        for (Side side : sides) {
            round(side, rounds.warm());
        }
        for (int round = 0; round < rounds.count(); round++) {
            for (Side side : sides) {
                side.rounds().add(round(side, rounds.time()));
            }
        }
    }

    private Round round(Side side, Duration time) throws IOException, InterruptedException {
        long before = side.server().processorTime().toNanos();
        Loaded loaded = generator.load(side.posts(), CONNECTIONS, time).whole();
        long nanos = side.server().processorTime().toNanos() - before;
        return new Round(nanos / MICRO / loaded.requests(), loaded);
    }

    /** The service's processor time for each request, as a multiple of a bare handler's. */
    public double processorRatio() {
        return ratio(sides.getFirst(), Round::processor);
    }

    /** The requests that the service answers in a second, as a multiple of a bare handler's. */
    public double requestsRatio() {
        return ratio(sides.getFirst(), round -> round.loaded().perSecond());
    }

    /** The median of what each round says, in which both were measured shortly after each other. */
    private double ratio(Side side, ToDoubleFunction<Round> figure) {
        List<Round> base = sides.get(1).rounds();
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < base.size(); round++) {
            ratios.add(figure.applyAsDouble(side.rounds().get(round)) / figure.applyAsDouble(base.get(round)));
        }
        return Median.of(ratios);
    }

    private static double median(Side side, ToDoubleFunction<Round> figure) {
        return Median.of(side.rounds().stream().map(figure::applyAsDouble).toList());
    }

    /** What was measured, each server beside the bare handler. */
    public List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        for (Side side : sides) {
            var parameters = Map.of("server", side.name(), "with", CONNECTIONS + " connections, " + generator.name());
            figures.addAll(List.of(
                    Figure.of("processor time, to bare Jetty's", parameters, ratio(side, Round::processor), "×"),
                    Figure.of(
                            "requests a second, to bare Jetty's",
                            parameters,
                            ratio(side, round -> round.loaded().perSecond()),
                            "×"),
                    Figure.of(
                            "p99, to bare Jetty's",
                            parameters,
                            ratio(side, round -> round.loaded().p99()),
                            "×"),
                    Figure.of("processor time a request", parameters, median(side, Round::processor), "µs"),
                    Figure.of(
                            "requests a second",
                            parameters,
                            median(side, round -> round.loaded().perSecond()),
                            "/s"),
                    Figure.of(
                            "p50",
                            parameters,
                            median(side, round -> round.loaded().p50()),
                            "ms"),
                    Figure.of(
                            "p99",
                            parameters,
                            median(side, round -> round.loaded().p99()),
                            "ms")));
        }
        return figures;
    }

    @Override
    public void close() {
        mete.close();
        sides.forEach(side -> side.server().close());
    }
}
