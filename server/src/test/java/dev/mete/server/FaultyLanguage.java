package dev.mete.server;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.decision.Fault;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.Explanation;
import dev.mete.engine.policy.PolicyInfo;
import dev.mete.engine.policy.PolicyLanguage;
import dev.mete.engine.policy.PolicySource;
import dev.mete.engine.policy.Revision;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import java.util.BitSet;
import java.util.List;

/** A language whose policies fail in the way that their text says, as code of an author can. */
final class FaultyLanguage implements PolicyLanguage {
    static PolicyLoader loader() {
        return new PolicyLoader(List.of(new FaultyLanguage()), List.of());
    }

    @Override
    public String ending() {
        return "faulty";
    }

    @Override
    public String defaultEngine() {
        return "faulty";
    }

    @Override
    public Compilation read(PolicySource source, Catalog catalog) {
        return new Compilation.Opaque(new Faulty(source.main(), catalog), List.of());
    }

    private record Faulty(Source source, Catalog catalog) implements CompiledPolicy {
        @Override
        public boolean isQuick() {
            return true;
        }

        @Override
        public PolicyInfo info() {
            String revision = Revision.of(List.of(source), catalog);
            // as Mete's own engine, so that it is decided the short way too
            return new PolicyInfo(
                    "faulty",
                    "faulty",
                    "native",
                    revision,
                    CatalogStamp.of(catalog),
                    List.of("loops"),
                    List.of(),
                    List.of(),
                    List.of(source));
        }

        @Override
        public TaskSchema schema() {
            return TaskSchema.of(StandardFeatures.all(), new BitSet());
        }

        @Override
        public Outcome decide(Task task) {
            return switch (source.text()) {
                case "fault" -> new Fault("loops", "it took too long");
                case "thread" -> new Fault("loops", Thread.currentThread().getName());
                case "overflow" -> throw new StackOverflowError("secret detail");
                default -> throw new IllegalStateException("secret detail");
            };
        }

        @Override
        public Explanation explain(Task task) {
            return new Explanation(decide(task), List.of(), List.of(), List.of());
        }

        @Override
        public void close() {}
    }
}
