package dev.mete.bench;

import dev.mete.bench.workload.GeneratedPolicy;
import dev.mete.bench.workload.Workload;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import dev.mete.engine.load.Loading;
import dev.mete.engine.load.PolicyFolder;
import dev.mete.engine.load.PolicyLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@NullUnmarked
public class CompileBenchmark {
    /** A generated policy in the Mete language. */
    @State(Scope.Benchmark)
    public static class Mete {
        @Param({"20", "200", "2000", "20000"})
        public int rules;

        private String text;

        @Setup
        public void write() {
            text = Workload.TENANT.policy(rules, DecideBenchmark.SEED).text("mete");
        }
    }

    /** A generated policy in DRL, which counts bucket lines and limits as rules, so that the largest would be too large. */
    @State(Scope.Benchmark)
    public static class Drl {
        @Param({"20", "200", "2000"})
        public int rules;

        private String text;

        @Setup
        public void write() {
            text = Workload.TENANT.policy(rules, DecideBenchmark.SEED).text("drl");
        }
    }

    /** A policy that comes with Mete, with the file that it includes. */
    @State(Scope.Benchmark)
    public static class Shipped {
        private static final Path ROOT = Path.of("rules");

        @Param({"coding-assistant", "document-pipeline", "support-desk"})
        public String policy;

        private PolicyLoader loader;
        private PolicyFolder folder;
        private Catalog catalog;

        @Setup
        public void read() throws IOException {
            var source = Source.of("catalog.json", Files.readString(ROOT.resolve("catalog.json")));
            if (!(CatalogJson.read(source) instanceof CatalogReading.Read(Catalog read))) {
                throw new IllegalStateException("no catalog");
            }
            catalog = read;
            loader = PolicyLoader.installed();
            folder = loader.folder(ROOT.resolve(policy), ROOT);
        }
    }

    @Benchmark
    public int mete(Mete policy) {
        return compile(policy.text, "mete", "native");
    }

    @Benchmark
    public int drl(Drl policy) {
        return compile(policy.text, "drl", "drools");
    }

    @Benchmark
    public int shipped(Shipped shipped) {
        if (!(shipped.loader.load(shipped.folder, shipped.catalog) instanceof Loading.Loaded loaded)) {
            throw new IllegalStateException(shipped.policy + " does not load");
        }
        try (var policy = loaded.policy()) {
            return policy.schema().size();
        }
    }

    private static int compile(String text, String ending, String engine) {
        try (var policy = GeneratedPolicy.compile(text, ending, engine)) {
            return policy.schema().size();
        }
    }
}
