package dev.mete.server.reload;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.load.Loading;
import dev.mete.engine.load.PolicyFolder;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.fixtures.FixtureFolder;
import dev.mete.fixtures.FixtureRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the folder of a policy off to the side, at the prices of the catalog's moment, and runs its tests and fixtures at those of its own day. */
final class LoadPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(LoadPolicy.class);

    private final PolicyLoader loader;

    LoadPolicy(PolicyLoader loader) {
        this.loader = loader;
    }

    Load load(Path path, Path root, Catalog catalog) {
        PolicyFolder folder = loader.folder(path, root);
        try {
            return switch (loader.load(folder, catalog)) {
                case Loading.Failed(var diagnostics, var _) -> new Load.Bad(diagnostics);
                case Loading.Loaded(var policy, var diagnostics, var _) -> tested(policy, diagnostics, folder, catalog);
            };
        } catch (RuntimeException | Error e) {
            // an error too, such as too little memory for this one: what is loaded goes on, and so does the reloading
            LOG.error("loading {} failed within Mete", folder.name(), e);
            return new Load.Bad(List.of(failedWithin(Source.of(PolicyFolder.displayName(root, path), ""), e)));
        }
    }

    static Diagnostic failedWithin(Source place, Throwable e) {
        return Diagnostic.error(
                "P0013",
                place.start(),
                "loading failed within Mete: " + e.getClass().getSimpleName(),
                "the service's log has the details; please report it");
    }

    private Load tested(CompiledPolicy policy, List<Diagnostic> diagnostics, PolicyFolder folder, Catalog catalog) {
        var found = new ArrayList<>(diagnostics);
        try {
            found.addAll(FixtureRunner.run(policy, List.of(), FixtureFolder.read(folder, policy), loader, catalog)
                    .problems());
        } catch (RuntimeException | Error e) {
            policy.close();
            throw e;
        }
        if (found.stream().anyMatch(Diagnostic::isError)) {
            policy.close();
            return new Load.Bad(found);
        }
        return new Load.Good(policy, catalog, found, Objects.requireNonNull(folder.ending()), folder.engine());
    }
}
