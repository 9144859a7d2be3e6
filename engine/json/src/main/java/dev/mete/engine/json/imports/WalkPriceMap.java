package dev.mete.engine.json.imports;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.Consumer;

/** Walks through a price map model by model, so that no more than one lies in memory as it was written. Not thread-safe; used once. */
final class WalkPriceMap {
    private static final String PROVIDERS = "providers";
    private static final String MODELS = "models";

    private final JsonParser parser;
    private final Providers providers;
    private final Consumer<Found> found;

    WalkPriceMap(JsonParser parser, Providers providers, Consumer<Found> found) {
        this.parser = parser;
        this.providers = providers;
        this.found = found;
    }

    /** Hands on each entry, in the order of the file. */
    void walk(PriceMap form) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY && form == PriceMap.GENAI_PRICES) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                expect(JsonToken.START_OBJECT, "a provider");
                genaiProvider("");
            }
        } else {
            expect(JsonToken.START_OBJECT, "the price map");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                top(form, name);
            }
        }
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "there is more after the end of the price map");
        }
    }

    private void top(PriceMap form, String name) throws IOException {
        boolean isObject = parser.currentToken() == JsonToken.START_OBJECT;
        switch (form) {
            case LITELLM -> liteLlm(name);
            case MODELS_DEV, GENAI_PRICES -> {
                if (!isObject) {
                    // what a copy of the file says of itself
                    parser.skipChildren();
                } else if (name.equals(PROVIDERS)) {
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        String provider = parser.currentName();
                        parser.nextToken();
                        expect(JsonToken.START_OBJECT, "a provider");
                        provider(form, provider);
                    }
                } else {
                    provider(form, name);
                }
            }
        }
    }

    private void provider(PriceMap form, String provider) throws IOException {
        if (form == PriceMap.GENAI_PRICES) {
            genaiProvider(provider);
        } else {
            modelsDevProvider(provider);
        }
    }

    private void liteLlm(String key) throws IOException {
        Given given = Given.read(parser);
        if (key.equals(ReadLiteLlm.SAMPLE)) {
            return;
        }
        found.accept(
                given instanceof Given.Fields fields
                        ? new ReadLiteLlm(providers).read(key, fields)
                        : new Found.Other(key, Reason.NO_OBJECT, given.form()));
    }

    /** The models lie in the provider, or beside what is said of it in a field of their own. */
    private void modelsDevProvider(String provider) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            if (isObject && name.equals(MODELS)) {
                modelsDevProvider(provider);
            } else if (isObject && Given.read(parser) instanceof Given.Fields fields) {
                found.accept(new ReadModelsDev(providers).read(provider, name, fields));
            } else {
                parser.skipChildren();
            }
        }
    }

    private void genaiProvider(String named) throws IOException {
        String provider = named;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("id") && value == JsonToken.VALUE_STRING) {
                provider = parser.getText();
            } else if (name.equals(MODELS)) {
                expect(JsonToken.START_ARRAY, "`models`");
                genaiModels(provider);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void genaiModels(String provider) throws IOException {
        if (provider.isEmpty()) {
            throw new JsonParseException(parser, "a provider has models before its `id`");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Given given = Given.read(parser);
            found.accept(
                    given instanceof Given.Fields fields
                            ? new ReadGenaiPrices(providers).read(provider, fields)
                            : new Found.Other(provider + "/", Reason.NO_OBJECT, given.form()));
        }
    }

    private void expect(JsonToken wanted, String what) throws IOException {
        if (parser.currentToken() != wanted) {
            throw new JsonParseException(
                    parser, what + " has to be " + (wanted == JsonToken.START_ARRAY ? "a list" : "an object"));
        }
    }
}
