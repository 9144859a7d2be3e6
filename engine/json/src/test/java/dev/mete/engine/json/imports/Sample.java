package dev.mete.engine.json.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.diagnostic.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Small price maps that have each habit of the real ones. */
final class Sample {
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Path FOLDER = Path.of("src", "test", "resources", "price-maps");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Sample() {}

    static Path file(PriceMap form) {
        return FOLDER.resolve(form.word() + ".json");
    }

    static PriceMapModels models(PriceMap form) throws PriceMapFailure {
        return new ReadPriceMap(Map.of("groq", ApiDialect.OPENAI_CHAT)).read(file(form), form);
    }

    static Source catalog() {
        try {
            return Source.of("catalog.json", Files.readString(FOLDER.resolve("catalog.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entry of an id in the text of a catalog. */
    static JsonNode entry(String catalog, String id) {
        return StreamSupport.stream(json(catalog).get("models").spliterator(), false)
                .filter(model -> model.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
