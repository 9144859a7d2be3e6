package dev.mete.bench.http;

import dev.mete.bench.report.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Many decisions for each request, and beside them what the same bytes take in a process without HTTP. */
public final class ManyDecisions implements AutoCloseable {
    private static final int BATCH = 100;
    private static final int STREAM = 10_000;
    private static final double MICRO = 1e3;

    private final Path root;
    private final Generator generator;
    private final MeteService mete;

    /** A way to post many tasks. */
    private enum Form {
        ARRAY("an array of 100 tasks", Posts.JSON, BATCH, 64),
        LINES("100 lines", Posts.LINES, BATCH, 64),
        STREAM("10,000 lines", Posts.LINES, ManyDecisions.STREAM, 4);

        private final String words;
        private final String type;
        private final int tasks;
        private final int connections;

        Form(String words, String type, int tasks, int connections) {
            this.words = words;
            this.type = type;
            this.tasks = tasks;
            this.connections = connections;
        }

        byte[] body() {
            var all = CodingTasks.of(tasks);
            return type.equals(Posts.JSON) ? Bodies.array(all) : Bodies.lines(all);
        }
    }

    /**
     * Starts the service on the shipped policies.
     *
     * @param root the folder of the launcher and of the shipped policies
     * @param folder for files of this measurement
     */
    public ManyDecisions(Path root, Path folder) throws IOException, InterruptedException {
        this.root = root;
        this.generator = Generator.installed(folder.resolve("wrk"));
        this.mete =
                MeteService.start(root, root.resolve("rules"), folder.resolve("state-many"), CodingTasks.POLICY, "");
        mete.process().firstAnswer(mete.tasks(CodingTasks.of(1)));
    }

    /** Measures all ways to post, and the ceiling of them. */
    public List<Figure> measure(Rounds rounds) throws IOException, InterruptedException {
        var figures = new ArrayList<Figure>();
        for (Form form : Form.values()) {
            figures.addAll(measure(form, rounds));
        }
        try (var alone = new WithoutHttp(root.resolve("rules"), Form.STREAM.body(), STREAM)) {
            figures.addAll(alone.measure(rounds));
        }
        return figures;
    }

    private List<Figure> measure(Form form, Rounds rounds) throws IOException, InterruptedException {
        Posts posts = mete.batches(form.type, List.of(form.body()));
        check(posts, form.tasks);
        generator.load(posts, form.connections, rounds.warm()).whole();
        var perSecond = new ArrayList<Double>();
        var processor = new ArrayList<Double>();
        for (int round = 0; round < rounds.count(); round++) {
            Duration before = mete.processorTime();
            Loaded loaded =
                    generator.load(posts, form.connections, rounds.time()).whole();
            double decisions = (double) loaded.requests() * form.tasks;
            perSecond.add(decisions / loaded.seconds());
            processor.add(mete.processorTime().minus(before).toNanos() / MICRO / decisions);
        }
        return figures(
                form.words + " for each request; " + form.connections + " connections, " + generator.name(),
                Median.of(perSecond),
                Median.of(processor));
    }

    /** All answers are decisions. */
    private void check(Posts posts, int tasks) {
        var response = mete.process().post(posts, 0).join();
        int decisions = response.body().split("\"decision_id\":", -1).length - 1;
        if (response.statusCode() != 200 || decisions != tasks) {
            throw new IllegalStateException(
                    decisions + " decisions of " + tasks + " tasks, status " + response.statusCode());
        }
    }

    /** What a way to decide takes, in the form of this measurement. */
    static List<Figure> figures(String way, double perSecond, double processor) {
        var parameters = Map.of("way", way);
        return List.of(
                Figure.of("decisions a second", parameters, perSecond, "/s"),
                Figure.of("processor time a decision", parameters, processor, "µs"));
    }

    @Override
    public void close() {
        mete.close();
    }
}
