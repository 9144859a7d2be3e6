package dev.mete.bench.http;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import dev.mete.engine.load.Loading;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.PolicySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A shipped policy in this process. */
final class ShippedPolicy {
    private static final String INCLUDED = "guardrails.mete";

    private ShippedPolicy() {}

    /** Loads a policy in the Mete language out of the folder of the shipped ones; the caller closes it. */
    static CompiledPolicy load(Path rules, String name) throws IOException {
        var includes = PolicySource.Includes.of(Map.of("../" + INCLUDED, source(rules.resolve(INCLUDED))));
        var source = new PolicySource(source(rules.resolve(name).resolve("policy.mete")), includes);
        return switch (PolicyLoader.installed().load(source, "mete", "native", catalog(rules))) {
            case Loading.Loaded loaded -> loaded.policy();
            case Loading.Failed failed ->
                throw new IllegalStateException(failed.diagnostics().toString());
        };
    }

    private static Catalog catalog(Path rules) throws IOException {
        return switch (CatalogJson.read(source(rules.resolve(CatalogJson.FILE)))) {
            case CatalogReading.Read(Catalog catalog) -> catalog;
            case CatalogReading.Failed(var diagnostics) -> throw new IllegalStateException(diagnostics.toString());
        };
    }

    private static Source source(Path file) throws IOException {
        return Source.of(file.getFileName().toString(), Files.readString(file));
    }
}
