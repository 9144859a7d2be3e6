package dev.mete.engine.json.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A price map that many people keep in common, each in a form of its own. */
public enum PriceMap {
    LITELLM("litellm", "LiteLLM price map"),
    MODELS_DEV("models.dev", "models.dev"),
    GENAI_PRICES("genai-prices", "genai-prices");

    private static final List<String> WORDS =
            Stream.of(values()).map(PriceMap::word).toList();

    /** Fields that stand in one of the forms alone. */
    private static final Map<String, PriceMap> TELLING = Map.of(
            "litellm_provider", LITELLM,
            "tool_call", MODELS_DEV,
            "modalities", MODELS_DEV,
            "limit", MODELS_DEV,
            "input_mtok", GENAI_PRICES,
            "output_mtok", GENAI_PRICES,
            "pricing_urls", GENAI_PRICES);

    private final String word;
    private final String origin;

    PriceMap(String word, String origin) {
        this.word = word;
        this.origin = origin;
    }

    /** What users call the form. */
    public String word() {
        return word;
    }

    /** What sources call it. */
    public String origin() {
        return origin;
    }

    /** All words. */
    public static List<String> words() {
        return WORDS;
    }

    /** The form of a word. */
    public static Optional<PriceMap> of(String word) {
        int position = WORDS.indexOf(word);
        return position < 0 ? Optional.empty() : Optional.of(values()[position]);
    }

    /** The form that the first telling field has. */
    static Optional<PriceMap> guess(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.FIELD_NAME && TELLING.containsKey(parser.currentName())) {
                return Optional.of(TELLING.get(parser.currentName()));
            }
        }
        return Optional.empty();
    }
}
