package dev.mete.engine.json;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.load.ReadText;
import dev.mete.engine.policy.Revision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a catalog, the form that {@code catalog.schema.json} describes. Stateless, thread-safe. */
public final class CatalogJson {
    /** The name of the catalog's file beside the folders of policies. */
    public static final String FILE = "catalog.json";

    /** The largest catalog, in characters. */
    static final int LONGEST = 8 << 20;

    private static final int VERSION = 1;
    private static final int MOST_MODELS = 10_000;
    private static final List<String> FIELDS = List.of("$schema", "version", "as_of", "models");

    private CatalogJson() {}

    /** Reads the catalog of a file, which messages call by the given name. */
    public static CatalogReading read(Path file, String name) {
        return switch (ReadText.of(file, name)) {
            case ReadText.Text(Source source) -> read(source);
            case ReadText.Unreadable(var diagnostic) -> new CatalogReading.Failed(List.of(diagnostic));
        };
    }

    /** Reads a catalog. Every problem is found in one reading. */
    public static CatalogReading read(Source source) {
        var form = new FormReading('C', true);
        @Nullable Catalog catalog = null;
        if (source.text().length() > LONGEST) {
            form.error(
                    FormReading.TOO_LARGE,
                    source.start(),
                    "the catalog has more than " + LONGEST + " characters",
                    "keep the models that policies name");
        } else {
            catalog = new ReadLocated(source, form)
                    .read()
                    .flatMap(root -> form.fields(root, FIELDS))
                    .flatMap(root -> catalog(root, form, digest(source)))
                    .orElse(null);
        }
        var found = form.found();
        return catalog == null ? new CatalogReading.Failed(found) : new CatalogReading.Read(catalog);
    }

    private static Optional<Catalog> catalog(FieldsReading root, FormReading form, String digest) {
        root.optional("$schema").ifPresent(form::text);
        root.required("version").ifPresent(version -> version(version, form));
        LocalDate asOf = new AsOf(form).read(root);
        var entries = models(root, form, asOf);
        if (form.count() > 0) {
            return Optional.empty();
        }
        var schedules = entries.stream()
                .filter(entry -> entry.schedule() != null)
                .collect(Collectors.toMap(entry -> entry.model().id(), PricedModel::schedule));
        return Optional.of(Catalog.of(
                entries.stream().map(PricedModel::model).toList(),
                schedules,
                digest,
                asOf.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    private static String digest(Source source) {
        return Revision.of(source.text().getBytes(StandardCharsets.UTF_8));
    }

    private static List<PricedModel> models(FieldsReading root, FormReading form, LocalDate asOf) {
        var models = new ArrayList<PricedModel>();
        var places = new HashMap<String, Located>();
        var items = root.required("models").flatMap(form::items).orElse(List.of());
        if (items.size() > MOST_MODELS) {
            form.error(
                    FormReading.TOO_LARGE,
                    items.get(MOST_MODELS).span(),
                    "the catalog has " + items.size() + " models",
                    "at most " + MOST_MODELS + " are allowed");
            return models;
        }
        if (items.isEmpty()) {
            root.optional("models")
                    .filter(Located.Items.class::isInstance)
                    .ifPresent(none -> form.wrongForm(none, "a list of at least one model", null));
        }
        for (Located item : items) {
            var model = new ReadModel(item, form, asOf);
            unlessTwice(model, places, form);
            model.read().ifPresent(models::add);
        }
        return models;
    }

    private static void version(Located version, FormReading form) {
        boolean isOurs =
                version instanceof Located.Digits(var digits, var _, var _) && digits.equals(Integer.toString(VERSION));
        if (!isOurs) {
            form.wrongForm(version, Integer.toString(VERSION), "this is the only version that there is");
        }
    }

    private static void unlessTwice(ReadModel model, Map<String, Located> places, FormReading form) {
        model.id().ifPresent(id -> {
            Located before = places.putIfAbsent(id.text(), id);
            if (before != null) {
                form.error(
                        FormReading.TWICE,
                        id.span(),
                        "the model `" + id.text() + "` is there twice: " + form.name(before) + " and " + form.name(id),
                        "keep one of them, or give the second an id of its own");
            }
        });
    }
}
