package dev.mete.cli;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the model catalog that goes with a policy: the named one, or the nearest {@code catalog.json} from the policy's folder upwards. */
final class FindCatalog {
    private FindCatalog() {}

    /** Reads the catalog. */
    static Catalog of(@Nullable Path named, Path policy) throws Stopped {
        Path file = file(named, policy);
        return switch (CatalogJson.read(file, file.toString())) {
            case CatalogReading.Read(Catalog catalog) -> catalog;
            case CatalogReading.Failed(var diagnostics) ->
                throw new Stopped("the catalog cannot be used\n" + ShowDiagnostics.of(diagnostics, Palette.PLAIN));
        };
    }

    static Path file(@Nullable Path named, Path policy) throws Stopped {
        if (named != null) {
            return named;
        }
        for (Path folder = policy.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(CatalogJson.FILE);
            if (Files.exists(file)) {
                return file;
            }
        }
        throw new Stopped("there is no `" + CatalogJson.FILE + "` beside `" + policy
                + "` or above it: name the model catalog with --catalog");
    }
}
