package dev.mete.engine.drools;

import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.drools.drl.DrlLanguage;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.PolicySource;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskReading;
import dev.mete.engine.task.TaskSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads rule files of the tests. */
public final class TestPolicies {
    private TestPolicies() {}

    /** The text of a file among the tests' resources. */
    public static Source resource(String path) {
        try (InputStream in = TestPolicies.class.getResourceAsStream("/" + path)) {
            return Source.of(path, new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The policy of a text, which has to be right. */
    public static PolicyIr read(Source source) {
        return switch (new DrlLanguage().read(PolicySource.of(source), TestCatalog.catalog())) {
            case Compilation.Lowered lowered -> lowered.ir();
            case Compilation.Failed failed -> throw new AssertionError(DiagnosticText.render(failed.diagnostics()));
            case Compilation.Opaque _ -> throw new AssertionError("restricted DRL runs no code");
        };
    }

    /** A task that has everything that a policy can require. */
    public static TaskBuilder task(TaskSchema schema) {
        return new TaskBuilder(schema);
    }

    /** The task of a builder, which has to be right. */
    public static Task built(TaskBuilder builder) {
        return switch (builder.build()) {
            case TaskReading.Accepted(Task task) -> task;
            case TaskReading.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
