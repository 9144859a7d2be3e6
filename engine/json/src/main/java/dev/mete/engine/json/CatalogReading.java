package dev.mete.engine.json;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Diagnostic;
import java.util.List;

/** What reading a catalog comes to: the catalog, or everything that is wrong with it. Immutable. */
public sealed interface CatalogReading {
    /** A catalog in which nothing is wrong. */
    record Read(Catalog catalog) implements CatalogReading {}

    /** All diagnostics, ordered by place; each is an error. */
    record Failed(List<Diagnostic> diagnostics) implements CatalogReading {
        public Failed {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
