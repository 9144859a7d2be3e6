package dev.mete.cli;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.json.CatalogJson;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The catalog that a command about catalogs is about: the named one, that of the folder of policies, or the nearest one upwards. */
final class CatalogFile {
    private static final Path SERVED = Path.of("rules", CatalogJson.FILE);

    private CatalogFile() {}

    static Path of(@Nullable Path named) throws Stopped {
        return named == null && Files.exists(SERVED) ? SERVED : FindCatalog.file(named, Path.of("."));
    }

    static Catalog read(@Nullable Path named) throws Stopped {
        return FindCatalog.of(of(named), Path.of("."));
    }
}
