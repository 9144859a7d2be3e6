package dev.mete.server.reload;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Source;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The model catalog that policies are compiled with, and the last reading where that failed. Immutable.
 *
 * @param good the last catalog that could be read; null where there has been none
 * @param failed what is wrong with the file of now; null where nothing is
 */
public record CatalogStatus(@Nullable Good good, @Nullable FailedLoad failed) {
    static final CatalogStatus NONE_YET = new CatalogStatus(null, null);

    /** A catalog at the prices of now, when it was read and from what. */
    public record Good(Catalog catalog, Instant loadedAt, Source source) {}

    /** The catalog in use. */
    public Optional<Good> inUse() {
        return Optional.ofNullable(good);
    }

    /** The last reading, where it failed. */
    public Optional<FailedLoad> failure() {
        return Optional.ofNullable(failed);
    }
}
