package dev.mete.bench.workload;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The models that generated policies choose between, large enough for every generated task. */
public final class Models {
    /** The models' ids by the aliases that policies give them. */
    static final Map<String, String> BY_ALIAS =
            Map.of("fast", "bench/fast", "balanced", "bench/balanced", "deep", "bench/deep");

    private static final String FILE = "catalog.json";

    private static final String WEIGHED = "weighed.json";

    private Models() {}

    /** The catalog of these models. */
    public static Catalog catalog() {
        return catalog(FILE);
    }

    /** A catalog of four models with prices, speeds, thinking lengths and errors. */
    public static Catalog weighed() {
        return catalog(WEIGHED);
    }

    private static Catalog catalog(String name) {
        return switch (CatalogJson.read(Source.of(name, json(name)))) {
            case CatalogReading.Read(Catalog catalog) -> catalog;
            case CatalogReading.Failed(var diagnostics) -> throw new IllegalStateException(diagnostics.toString());
        };
    }

    /** The text of the catalog. */
    public static String json() {
        return json(FILE);
    }

    private static String json(String name) {
        try (InputStream file = Models.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
