package dev.mete.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.PolicySource;
import dev.mete.engine.policy.PolicySource.Includes;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskReading;
import dev.mete.engine.task.TaskSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads policies and decides tasks, for tests. */
final class Policies {
    /** A name and models, which every policy needs. */
    static final String START = """
            policy sample
            models {
              fast     = "anthropic/claude-haiku-4-5"
              balanced = "openai/gpt-5.5"
              deep     = "anthropic/claude-opus-4-8"
              plain    = "openai/gpt-4.1"
            }
            """;

    private Policies() {}

    /** A policy of these lines whose only rule, {@code yes}, holds where the condition does. */
    static PolicyIr rule(String condition, String... lines) {
        return compiled(START + String.join("\n", lines) + "\nrule \"yes\" when " + condition
                + " then fast, effort none\notherwise plain, effort none\n");
    }

    /** Whether the condition of such a policy holds; a feature is given as in {@code "error_cost", "$5"}. */
    static boolean holds(PolicyIr policy, Object... task) {
        return decision(policy, task).rule().equals("yes");
    }

    static PolicyIr compiled(String text) {
        return compiled(text, Includes.none());
    }

    /** The policy; warnings are allowed. */
    static PolicyIr compiled(String text, Includes includes) {
        return lowered(read(text, includes));
    }

    static PolicyIr lowered(Compilation compilation) {
        return switch (compilation) {
            case Compilation.Lowered(var ir, var _, var _) -> ir;
            case Compilation.Failed failed -> throw new AssertionError(DiagnosticText.render(failed.diagnostics()));
            case Compilation.Opaque _ -> throw new AssertionError("not a policy of this language");
        };
    }

    static List<Diagnostic> diagnostics(String text) {
        return read(text, Includes.none()).diagnostics();
    }

    static Compilation read(String text, Includes includes) {
        return read(text, includes, Models.CATALOG);
    }

    static Compilation read(String text, Includes includes, Catalog catalog) {
        return new MeteLanguage().read(new PolicySource(Source.of("sample.mete", text), includes), catalog);
    }

    /** A policy of these lines over models of which prices, speeds, lengths and errors are known. */
    static PolicyIr weighed(String lines) {
        String start = START.replace("  plain    = \"openai/gpt-4.1\"\n", "");
        return lowered(read(start + lines, Includes.none(), Models.WEIGHED));
    }

    static Decision decision(PolicyIr policy, Object... task) {
        Outcome outcome = decide(policy, task);
        assertThat(outcome).isInstanceOf(Decision.class);
        return (Decision) outcome;
    }

    static Outcome decide(PolicyIr policy, Object... task) {
        return new Evaluator(policy, NativeEngine.NAME).decide(task(policy.schema(), task));
    }

    /** A task of names and values in turn; input_tokens is 100 where it is not given. */
    static Task task(TaskSchema schema, Object... namesAndValues) {
        Map<String, Object> given = new HashMap<>(Map.of("input_tokens", 100));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        var builder = new TaskBuilder(schema);
        given.forEach((name, value) -> {
            switch (value) {
                case String text -> builder.text(name, text);
                case Boolean flag -> builder.flag(name, flag);
                case List<?> members ->
                    builder.members(name, members.stream().map(String::valueOf).toList());
                default -> builder.number(name, new BigDecimal(value.toString()));
            }
        });
        return switch (builder.build()) {
            case TaskReading.Accepted(var task) -> task;
            case TaskReading.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    /** The text of a resource. */
    static String resource(String name) {
        try (var stream = Policies.class.getResourceAsStream("/" + name)) {
            if (stream == null) {
                throw new AssertionError("no resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
