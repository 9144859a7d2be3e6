package dev.mete.engine.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The known models by id. Immutable, thread-safe. */
public final class Catalog {
    private final Map<String, Model> models = new LinkedHashMap<>();
    private final String digest;

    private Catalog(Collection<Model> models, String digest) {
        for (Model model : models) {
            if (this.models.put(model.id(), model) != null) {
                throw new IllegalArgumentException("two models with the id " + model.id());
            }
        }
        this.digest = digest;
    }

    /**
     * A catalog of the given models.
     *
     * @param digest identifies the content that it was read from
     */
    public static Catalog of(Collection<Model> models, String digest) {
        return new Catalog(models, digest);
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

    /** Identifies the content; equal digests mean equal catalogs. */
    public String digest() {
        return digest;
    }
}
