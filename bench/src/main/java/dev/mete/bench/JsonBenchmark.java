package dev.mete.bench;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import dev.mete.bench.workload.Fields;
import dev.mete.bench.workload.Tasks;
import dev.mete.bench.workload.Workload;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.json.DecisionJson;
import dev.mete.engine.json.JsonForms;
import dev.mete.engine.json.TaskJson;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.TaskReading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    private List<byte[]> posted;
    private List<Decision> decisions;

    @Setup
    public void write() {
        var generated = Workload.TENANT.policy(20, DecideBenchmark.SEED);
        policy = generated.compiled("mete", "native");
        List<Fields> tasks = generated.tasks(DecideBenchmark.TASKS);
        posted = tasks.stream()
                .map(task -> Tasks.json(task).getBytes(StandardCharsets.UTF_8))
                .toList();
        decisions = Tasks.of(tasks, policy.schema()).stream()
                .map(task -> (Decision) policy.decide(task))
                .toList();
    }

    @TearDown
    public void close() {
        policy.close();
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void readTask(Blackhole blackhole) throws IOException {
        for (byte[] bytes : posted) {
            try (var parser = json.createParser(bytes)) {
                parser.nextToken();
                blackhole.consume((TaskReading.Accepted) TaskJson.read(parser, policy.schema(), ""));
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(DecideBenchmark.TASKS)
    public void writeDecision(Blackhole blackhole) throws IOException {
        for (Decision decision : decisions) {
            written.reset();
            try (var generator = json.createGenerator(written, JsonEncoding.UTF8)) {
                DecisionJson.write(generator, DECISION_ID, policy.info(), decision);
            }
            blackhole.consume(written.size());
        }
    }
}
