package dev.mete.engine.drools.full;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.drools.TestCatalog;
import dev.mete.engine.drools.TestPolicies;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.PolicySource;
import dev.mete.engine.task.Task;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Rule files of the tests of full DRL. */
final class FullDrl {
    private static final String HEAD = """
            package full;
            import dev.mete.engine.drools.fact.*;
            global Decision decision;
            """;
    private static final Duration AMPLE = Duration.ofSeconds(60);

    private FullDrl() {}

    /** The policy of some rules, which have to compile. */
    static CompiledPolicy policy(String rules) {
        return policy(rules, AMPLE);
    }

    static CompiledPolicy policy(String rules, Duration timeLimit) {
        return switch (read(new FullDrlLanguage(timeLimit), rules)) {
            case Compilation.Opaque opaque -> opaque.policy();
            case Compilation.Failed failed -> throw new AssertionError(DiagnosticText.render(failed.diagnostics()));
            case Compilation.Lowered _ -> throw new AssertionError("full DRL is opaque");
        };
    }

    /** What is wrong with some rules. */
    static List<Diagnostic> errors(FullDrlLanguage language, String rules) {
        return read(language, rules).diagnostics();
    }

    static Task task(CompiledPolicy policy) {
        return task(policy, "chat");
    }

    static Task task(CompiledPolicy policy, String type) {
        return task(policy, type, BigDecimal.valueOf(80));
    }

    static Task task(CompiledPolicy policy, String type, BigDecimal errorCostUsd) {
        return TestPolicies.built(TestPolicies.task(policy.schema())
                .text("type", type)
                .number("error_cost_usd", errorCostUsd)
                .number("latency_tolerance_ms", BigDecimal.valueOf(30_000))
                .number("input_tokens", BigDecimal.valueOf(3_000)));
    }

    private static Compilation read(FullDrlLanguage language, String rules) {
        return language.read(PolicySource.of(Source.of("full.drl", HEAD + rules)), TestCatalog.catalog());
    }
}
