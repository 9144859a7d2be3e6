package dev.mete.bench;

import dev.mete.bench.workload.GeneratedPolicy;
import dev.mete.bench.workload.Workload;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a policy's text to a policy that decides, in each language with its own engine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@NullUnmarked
public class CompileBenchmark {
    @Param({"20", "200", "2000", "20000"})
    public int rules;

    private String mete;
    private String drl;

    @Setup
    public void write() {
        var policy = Workload.TENANT.policy(rules, DecideBenchmark.SEED);
        mete = policy.text("mete");
        drl = policy.text("drl");
    }

    @Benchmark
    public int mete() {
        return compile(mete, "mete", "native");
    }

    @Benchmark
    public int drl() {
        return compile(drl, "drl", "drools");
    }

    private static int compile(String text, String ending, String engine) {
        try (var policy = GeneratedPolicy.compile(text, ending, engine)) {
            return policy.schema().size();
        }
    }
}
