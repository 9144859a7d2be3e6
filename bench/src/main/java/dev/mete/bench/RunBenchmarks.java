package dev.mete.bench;

import dev.mete.bench.report.Environment;
import dev.mete.bench.report.Figure;
import dev.mete.bench.report.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs benchmarks and writes their figures: {@code RunBenchmarks FOLDER quick|full PATTERN…}. */
public final class RunBenchmarks {
    /** What JMH's GC profiler calls the bytes that one operation allocates. */
    private static final String BYTES = "gc.alloc.rate.norm";

    private RunBenchmarks() {}

    /** Runs the benchmarks that a pattern matches, or all, and writes one file for each class of them. */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Path folder = Path.of(arguments[0]);
        var environment = Environment.now();
        var options = options(arguments[1].equals("quick"));
        for (String pattern : List.of(arguments).subList(2, arguments.length)) {
            options.include(pattern);
        }
        var files = new HashMap<String, List<Figure>>();
        for (RunResult result : new Runner(options.build()).run()) {
            var figure = figure(result);
            String name = figure.of().substring(0, figure.of().indexOf('.'));
            files.merge(name, List.of(figure), RunBenchmarks::joined);
        }
        for (var file : files.entrySet()) {
            new Results(environment, file.getValue()).write(folder.resolve(file.getKey() + ".json"));
        }
    }

    private static ChainedOptionsBuilder options(boolean quick) {
        var options = new OptionsBuilder()
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .jvmArgsAppend("-XX:+UseCompactObjectHeaders", "-Xms1g", "-Xmx1g");
        return quick
                ? options.forks(1)
                        .warmupIterations(1)
                        .warmupTime(TimeValue.milliseconds(300))
                        .measurementIterations(2)
                        .measurementTime(TimeValue.milliseconds(300))
                : options.forks(2)
                        .warmupIterations(5)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1));
    }

    private static Figure figure(RunResult run) {
        var parameters = run.getParams();
        Map<String, String> varied = new HashMap<>();
        parameters.getParamsKeys().forEach(key -> varied.put(key, parameters.getParam(key)));
        var primary = run.getPrimaryResult();
        var bytes = run.getSecondaryResults().get(BYTES);
        String name = parameters.getBenchmark();
        return new Figure(
                name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                varied,
                primary.getScore(),
                finite(primary.getScoreError()),
                primary.getScoreUnit(),
                bytes == null ? null : (Double) bytes.getScore());
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? (Double) number : null;
    }

    private static List<Figure> joined(Collection<Figure> some, Collection<Figure> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }
}
