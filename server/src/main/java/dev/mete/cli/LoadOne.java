package dev.mete.cli;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.load.Loading;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.CompiledPolicy;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Loads the one policy that a command works with. */
final class LoadOne {
    private LoadOne() {}

    /** Loads it at the prices of a moment. */
    static CompiledPolicy of(Path path, @Nullable Path catalog, Instant moment, PolicyLoader loader, PrintWriter err)
            throws Stopped {
        return of(path, FindCatalog.of(catalog, path).at(moment), loader, err);
    }

    /** Loads it with the models of a catalog. */
    static CompiledPolicy of(Path path, Catalog catalog, PolicyLoader loader, PrintWriter err) throws Stopped {
        return switch (PolicyPath.of(path, loader).load(loader, catalog)) {
            case Loading.Failed(var diagnostics, var _) -> {
                err.println(ShowDiagnostics.of(diagnostics, Palette.PLAIN));
                throw new Stopped("the policy `" + path + "` does not load: " + ShowDiagnostics.count(diagnostics));
            }
            case Loading.Loaded(var loaded, var _, var _) -> loaded;
        };
    }
}
