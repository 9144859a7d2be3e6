package dev.mete.bench.http;

import dev.mete.bench.report.Figure;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.json.plain.AsciiBytes;
import dev.mete.engine.json.plain.PlainAnswers;
import dev.mete.engine.json.plain.PlainTasks;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Task;
import dev.mete.server.decide.Body;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** What lines of tasks take without HTTP, on all processors: their reading and the writing of answers alone, and with the decision between. */
final class WithoutHttp implements AutoCloseable {
    private static final String DECISION_ID = "01JD8Y3Z5W0Q4R8T6V2X9B7N1M";
    private static final int ANSWERS = 64;
    private static final int BLOCK = 64 << 10;
    private static final double NANO = 1e9;
    private static final double MICRO = 1e3;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final CompiledPolicy policy;
    private final Body lines;
    private final int tasks;
    private final PlainTasks reading;
    private final PlainAnswers writing;
    private final List<Verdict> verdicts;

    /**
     * For lines of tasks for the shipped policy.
     *
     * @param rules the folder of the shipped policies
     */
    WithoutHttp(Path rules, byte[] lines, int tasks) throws IOException {
        this.policy = ShippedPolicy.load(rules, CodingTasks.POLICY);
        this.lines = Body.of(lines);
        this.tasks = tasks;
        this.reading = new PlainTasks(policy.schema());
        this.verdicts = CodingTasks.of(ANSWERS).stream().map(this::verdict).toList();
        this.writing = new PlainAnswers(verdicts.getFirst().names(), policy.info());
    }

    private Verdict verdict(byte[] task) {
        var verdict = new Verdict();
        policy.decide(Objects.requireNonNull(reading.task(task, 0, task.length), "a plain task"), verdict);
        return verdict;
    }

    List<Figure> measure(Rounds rounds) throws IOException, InterruptedException {
        var figures = new ArrayList<Figure>();
        figures.addAll(measure("without HTTP: reading, deciding and writing", true, rounds));
        figures.addAll(measure("without HTTP: reading and writing alone", false, rounds));
        return figures;
    }

    private List<Figure> measure(String way, boolean decides, Rounds rounds) throws IOException, InterruptedException {
        run(decides, rounds.warm());
        var perSecond = new ArrayList<Double>();
        var processor = new ArrayList<Double>();
        for (int round = 0; round < rounds.count(); round++) {
            long begun = System.nanoTime();
            long before = processorNanos();
            double decisions = run(decides, rounds.time());
            perSecond.add(decisions / (System.nanoTime() - begun) * NANO);
            processor.add((processorNanos() - before) / MICRO / decisions);
        }
        return ManyDecisions.figures(way + "; " + PROCESSORS + " threads", Median.of(perSecond), Median.of(processor));
    }

    private static long processorNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    /** Answers all lines again and again on all processors; says how many it answered. */
    private long run(boolean decides, Duration time) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(PROCESSORS)) {
            long answered = 0;
            Callable<Long> one = () -> new Lane(decides).until(end);
            for (var lane : threads.invokeAll(Collections.nCopies(PROCESSORS, one))) {
                answered += lane.get();
            }
            return answered;
        } catch (ExecutionException e) {
            throw new IOException("answering lines failed", e.getCause());
        }
    }

    /** What one thread does. */
    private final class Lane {
        private final boolean decides;
        private final Verdict verdict = new Verdict();
        private final AsciiBytes answers = new AsciiBytes();
        private int next;

        Lane(boolean decides) {
            this.decides = decides;
        }

        long until(long end) {
            long answered = 0;
            while (System.nanoTime() < end) {
                lines.forEachLine(this::answer);
                answered += tasks;
            }
            return answered;
        }

        private void answer(Body line) {
            Task task = reading.request(line.bytes(), line.offset(), line.offset() + line.length());
            if (task == null) {
                throw new IllegalStateException("a task is not plain");
            }
            Verdict decided = verdicts.get(next++ % ANSWERS);
            if (decides) {
                policy.decide(task, verdict);
                decided = verdict;
            }
            if (answers.size() > BLOCK) {
                answers.cut(0);
            }
            if (!writing.write(answers, DECISION_ID, decided)) {
                throw new IllegalStateException("an answer is not plain");
            }
            answers.add('\n');
        }
    }

    @Override
    public void close() {
        policy.close();
    }
}
