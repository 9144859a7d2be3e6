package dev.mete.server.reload;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.load.KeptIncludes;
import dev.mete.engine.load.Loading;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.PolicySource;
import dev.mete.fixtures.FixtureRunner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a text as if it were loaded, and runs the tests within it. Thread-safe. */
public final class CheckText {
    private final PolicyLoader loader;
    private final ServedPolicies served;

    public CheckText(PolicyLoader loader, ServedPolicies served) {
        this.loader = loader;
        this.served = served;
    }

    /**
     * Everything that is wrong with a text.
     *
     * @param name the policy whose included files the text can include; null for none
     */
    public List<Diagnostic> check(String text, String language, @Nullable String name, Catalog catalog) {
        return switch (loader.load(source(text, language, name), language, null, catalog)) {
            case Loading.Failed(var diagnostics, var _) -> diagnostics;
            case Loading.Loaded(CompiledPolicy policy, var diagnostics, var _) -> {
                try (policy) {
                    yield FixtureRunner.run(policy, diagnostics, List.of(), loader, catalog)
                            .problems();
                }
            }
        };
    }

    private PolicySource source(String text, String language, @Nullable String name) {
        Source alone = Source.of((name == null ? "policy" : name + "/policy") + "." + language, text);
        if (name == null) {
            return PolicySource.of(alone);
        }
        return served.find(name)
                .flatMap(ServedPolicy::current)
                .map(snapshot -> snapshot.policy().info().sources())
                .map(sources -> new PolicySource(Source.of(sources.getFirst().name(), text), new KeptIncludes(sources)))
                .orElseGet(() -> PolicySource.of(alone));
    }
}
