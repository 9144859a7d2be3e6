package dev.mete.engine.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which catalog decided, at which prices. Equal revisions and equal {@code pricesSince} of the same models are equal prices. Immutable.
 *
 * @param revision identifies its content
 * @param time the moment at whose prices
 * @param pricesSince since when these prices are in force; null where they have never been others
 * @param pricesUntil when the next ones come into force; null where none do
 */
public record CatalogStamp(
        String revision,
        Instant time,
        @Nullable Instant pricesSince,
        @Nullable Instant pricesUntil) {
    /** The stamp of a catalog with all its models. */
    public static CatalogStamp of(Catalog catalog) {
        return of(catalog, catalog.ids());
    }

    /** The stamp of a catalog for who takes these models alone: prices of others change nothing. */
    public static CatalogStamp of(Catalog catalog, Collection<String> models) {
        List<PriceSchedule> schedules = models.stream()
                .flatMap(model -> catalog.schedule(model).stream())
                .toList();
        Instant time = catalog.time();
        return new CatalogStamp(
                catalog.digest(),
                time,
                schedules.stream()
                        .flatMap(schedule -> schedule.lastChange(time).stream())
                        .max(Instant::compareTo)
                        .orElse(null),
                schedules.stream()
                        .flatMap(schedule -> schedule.nextChange(time).stream())
                        .min(Instant::compareTo)
                        .orElse(null));
    }

    /** Whether the prices are in force at a moment. */
    public boolean holdsAt(Instant moment) {
        return (pricesSince == null || !moment.isBefore(pricesSince))
                && (pricesUntil == null || moment.isBefore(pricesUntil));
    }
}
