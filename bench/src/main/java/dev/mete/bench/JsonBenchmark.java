package dev.mete.bench;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import dev.mete.bench.workload.Fields;
import dev.mete.bench.workload.Passes;
import dev.mete.bench.workload.Tasks;
import dev.mete.bench.workload.Workload;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.json.DecisionJson;
import dev.mete.engine.json.JsonForms;
import dev.mete.engine.json.TaskJson;
import dev.mete.engine.json.plain.AsciiBytes;
import dev.mete.engine.json.plain.PlainAnswers;
import dev.mete.engine.json.plain.PlainTasks;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskReading;
import dev.mete.server.decide.Answer;
import dev.mete.server.decide.AnswerTask;
import dev.mete.server.decide.Body;
import dev.mete.server.decide.DecisionListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** From the bytes of a posted task to the task, and from a decision to the bytes of its answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class JsonBenchmark {
    private static final String DECISION_ID = "01JD8Y3Z5W0Q4R8T6V2X9B7N1M";

    private final JsonFactory json = JsonForms.factory();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream(4_096);
    private CompiledPolicy policy;
    private CompiledPolicy weighed;
    private PlainTasks plainTasks;
    private PlainAnswers plainAnswers;
    private final AsciiBytes plainBytes = new AsciiBytes();
    private final AnswerTask answering = new AnswerTask(DecisionListener.NONE);
    private List<Fields> tasks;
    private List<byte[]> posted;
    private List<Body> requests;
    private List<Verdict> verdicts;
    private List<Decision> decisions;
    private Passes<byte[]> postedPasses;
    private Passes<Body> requestPasses;
    private Passes<Verdict> verdictPasses;
    private Passes<Decision> decisionPasses;

    @Setup
    public void write() {
        var generated = Workload.TENANT.policy(20, DecideBenchmark.SEED);
        policy = generated.compiled("mete", "native");
        tasks = generated.tasks(DecideBenchmark.TASKS);
        posted = tasks.stream()
                .map(task -> Tasks.json(task).getBytes(StandardCharsets.UTF_8))
                .toList();
        decisions = Tasks.of(tasks, policy.schema()).stream()
                .map(task -> (Decision) policy.decide(task))
                .toList();
        plainTasks = new PlainTasks(policy.schema());
        requests = tasks.stream()
                .map(task -> Body.of(("{\"task\":" + Tasks.json(task) + "}").getBytes(StandardCharsets.UTF_8)))
                .toList();
        verdicts = Tasks.of(tasks, policy.schema()).stream()
                .map(task -> {
                    var own = new Verdict();
                    policy.decide(task, own);
                    return own;
                })
                .toList();
        plainAnswers = new PlainAnswers(verdicts.getFirst().names(), policy.info());
        weighed = ChoiceBenchmark.policy(ChoiceBenchmark.FOUR);
        compare();
        postedPasses = new Passes<>(posted);
        requestPasses = new Passes<>(requests);
        verdictPasses = new Passes<>(verdicts);
        decisionPasses = new Passes<>(decisions);
    }

    @TearDown
    public void close() {
        policy.close();
        weighed.close();
    }

    /** What is read and written plainly is what the general forms read and write. */
    private void compare() {
        for (int i = 0; i < decisions.size(); i++) {
            read(posted.get(i));
            answered(policy, requests.get(i));
            answered(weighed, requests.get(i));
            plainBytes.cut(0);
            written.reset();
            plainAnswers.write(plainBytes, DECISION_ID, verdicts.get(i));
            try (var generator = json.createGenerator(written, JsonEncoding.UTF8)) {
                DecisionJson.write(generator, DECISION_ID, policy.info(), decisions.get(i));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (!Arrays.equals(plainBytes.copy(), written.toByteArray())) {
                throw new IllegalStateException("written otherwise: " + written);
            }
        }
    }

    /** Both ways to read make the same task. */
    private void read(byte[] bytes) {
        Task plain = plainTasks.task(bytes, 0, bytes.length);
        try (var parser = json.createParser(bytes)) {
            parser.nextToken();
            boolean isSame = plain != null
                    && TaskJson.read(parser, policy.schema(), "") instanceof TaskReading.Accepted(Task read)
                    && IntStream.range(0, policy.schema().size())
                            .allMatch(slot -> Objects.equals(plain.value(slot), read.value(slot)));
            if (!isSame) {
                throw new IllegalStateException("read otherwise: " + new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answered(CompiledPolicy by, Body request) {
        if (answering.answer(by, request, false) instanceof Answer.Failed failed) {
            throw new IllegalStateException("not decided: " + failed);
        }
    }

    /** A posted request to the bytes of its answer, as the service does it. */
    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void requestToAnswer(Blackhole blackhole) {
        for (Body request : requestPasses.next()) {
            blackhole.consume(answering.answer(policy, request, false));
        }
    }

    /** The same with a choice among four plans, and an estimate. */
    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void requestToAnswerWithChoice(Blackhole blackhole) {
        for (Body request : requestPasses.next()) {
            blackhole.consume(answering.answer(weighed, request, false));
        }
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void readPlainTask(Blackhole blackhole) {
        for (byte[] bytes : postedPasses.next()) {
            blackhole.consume(plainTasks.task(bytes, 0, bytes.length));
        }
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void writePlainDecision(Blackhole blackhole) {
        for (Verdict decided : verdictPasses.next()) {
            plainBytes.cut(0);
            plainAnswers.write(plainBytes, DECISION_ID, decided);
            blackhole.consume(plainBytes.size());
        }
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void readTask(Blackhole blackhole) throws IOException {
        for (byte[] bytes : postedPasses.next()) {
            try (var parser = json.createParser(bytes)) {
                parser.nextToken();
                blackhole.consume((TaskReading.Accepted) TaskJson.read(parser, policy.schema(), ""));
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void writeDecision(Blackhole blackhole) throws IOException {
        for (Decision decision : decisionPasses.next()) {
            written.reset();
            try (var generator = json.createGenerator(written, JsonEncoding.UTF8)) {
                DecisionJson.write(generator, DECISION_ID, policy.info(), decision);
            }
            blackhole.consume(written.size());
        }
    }
}
