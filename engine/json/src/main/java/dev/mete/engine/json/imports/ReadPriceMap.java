package dev.mete.engine.json.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.json.JsonForms;
import dev.mete.engine.load.ReadText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** Reads the file of a price map whole, as a stream and within limits. Immutable, thread-safe. */
public final class ReadPriceMap {
    /** The largest file, in bytes. */
    static final long LARGEST = 64L << 20;

    private final JsonFactory factory;
    private final Providers providers;

    /**
     * A reader.
     *
     * @param dialects of providers that are not known, by the name in the file or in catalogs
     */
    public ReadPriceMap(Map<String, ApiDialect> dialects) {
        this(dialects, LARGEST);
    }

    ReadPriceMap(Map<String, ApiDialect> dialects, long largest) {
        this.providers = new Providers(dialects);
        var common = JsonForms.factory();
        this.factory = ((JsonFactoryBuilder) common.rebuild())
                // of two fields of one name the first would be dropped silently
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(common.streamReadConstraints()
                        .rebuild()
                        .maxDocumentLength(largest)
                        .build())
                .build();
    }

    /** The form of a file by its content, or nothing where it is none of the known ones. */
    public Optional<PriceMap> guess(Path file) throws PriceMapFailure {
        return parsed(file, PriceMap::guess);
    }

    /** All models of a file. */
    public PriceMapModels read(Path file, PriceMap form) throws PriceMapFailure {
        return parsed(file, parser -> {
            var all = new ArrayList<Found>();
            new WalkPriceMap(parser, providers, all::add).walk(form);
            return new PriceMapModels(form, all);
        });
    }

    private interface Parsed<T> {
        T of(JsonParser parser) throws IOException;
    }

    private <T> T parsed(Path file, Parsed<T> reading) throws PriceMapFailure {
        if (!Files.isRegularFile(file)) {
            throw new PriceMapFailure(Files.exists(file) ? "it is no file" : "there is no such file");
        }
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = factory.createParser(in)) {
            return reading.of(parser);
        } catch (StreamConstraintsException e) {
            String message = JsonForms.message(e);
            throw new PriceMapFailure(
                    message.contains("document length")
                            ? "it is larger than 64 MiB"
                            : place(e) + "the JSON is beyond a limit: " + message);
        } catch (JsonProcessingException e) {
            throw new PriceMapFailure(place(e) + "it is not valid JSON: " + JsonForms.message(e));
        } catch (IOException e) {
            throw new PriceMapFailure(ReadText.reason(e));
        }
    }

    private static String place(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        return place == null ? "" : "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ";
    }
}
