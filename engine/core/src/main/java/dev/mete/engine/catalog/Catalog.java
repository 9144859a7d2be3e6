package dev.mete.engine.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The known models by id, at the prices of one moment. Immutable, thread-safe. Nothing that is made from a catalog asks for the time: who serves
 * longer than prices last takes the catalog {@link #at} another moment, latest at its {@link #nextChange}.
 */
public final class Catalog {
    private final Map<String, Model> models = new LinkedHashMap<>();
    private final Map<String, PriceSchedule> schedules;
    private final String digest;
    private final Instant asOf;
    private final Instant time;

    private Catalog(
            Collection<Model> models, Map<String, PriceSchedule> schedules, String digest, Instant asOf, Instant time) {
        this.schedules = Map.copyOf(schedules);
        this.digest = digest;
        this.asOf = asOf;
        this.time = time;
        for (Model model : models) {
            PriceSchedule schedule = schedules.get(model.id());
            Model priced = schedule == null ? model : model.with(model.figures().at(schedule.at(time)));
            if (this.models.put(model.id(), priced) != null) {
                throw new IllegalArgumentException("two models with the id " + model.id());
            }
        }
    }

    /**
     * A catalog of the given models, whose prices never change.
     *
     * @param digest identifies the content that it was read from
     */
    public static Catalog of(Collection<Model> models, String digest) {
        return of(models, Map.of(), digest, Instant.EPOCH);
    }

    /**
     * A catalog of the given models at the prices of its own day.
     *
     * @param schedules prices over time by the id of a model
     * @param digest identifies the content that it was read from
     * @param asOf when its figures were last looked up
     */
    public static Catalog of(
            Collection<Model> models, Map<String, PriceSchedule> schedules, String digest, Instant asOf) {
        return new Catalog(models, schedules, digest, asOf, asOf);
    }

    /** The same catalog at the prices of another moment. */
    public Catalog at(Instant moment) {
        return moment.equals(time) ? this : new Catalog(models.values(), schedules, digest, asOf, moment);
    }

    /** When the figures were last looked up: what tests of policies are decided by, so that they end tomorrow as they do today. */
    public Instant asOf() {
        return asOf;
    }

    /** The moment whose prices are in force. */
    public Instant time() {
        return time;
    }

    /** The next moment at which another price comes into force; nothing where none does. */
    public Optional<Instant> nextChange() {
        return Optional.ofNullable(CatalogStamp.of(this).pricesUntil());
    }

    /** Since when the prices in force are; nothing where they have never been others. */
    public Optional<Instant> pricesSince() {
        return Optional.ofNullable(CatalogStamp.of(this).pricesSince());
    }

    /** All models, as written. */
    public List<Model> models() {
        return List.copyOf(models.values());
    }

    /** All ids, as written. */
    public Collection<String> ids() {
        return Collections.unmodifiableCollection(models.keySet());
    }

    /** The model of an id. */
    public Optional<Model> model(String id) {
        return Optional.ofNullable(models.get(id));
    }

    /** A model's prices over time, where it has any. */
    public Optional<PriceSchedule> schedule(String id) {
        return Optional.ofNullable(schedules.get(id));
    }

    /** Identifies the content, whatever the moment; equal digests mean equal files. */
    public String digest() {
        return digest;
    }
}
