package dev.mete.engine.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which catalog decided. Immutable.
 *
 * @param revision identifies its content
 * @param time the moment at whose prices
 * @param pricesSince since when these prices are in force; null where they have never been others
 */
public record CatalogStamp(
        String revision, Instant time, @Nullable Instant pricesSince) {
    /** The stamp of a catalog. */
    public static CatalogStamp of(Catalog catalog) {
        return new CatalogStamp(
                catalog.digest(), catalog.time(), catalog.pricesSince().orElse(null));
    }
}
