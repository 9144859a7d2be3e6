package dev.mete.engine.json.imports;

import static dev.mete.engine.catalog.ApiDialect.ANTHROPIC_MESSAGES;
import static dev.mete.engine.catalog.ApiDialect.BEDROCK_CONVERSE;
import static dev.mete.engine.catalog.ApiDialect.DASHSCOPE_CHAT;
import static dev.mete.engine.catalog.ApiDialect.DEEPSEEK_CHAT;
import static dev.mete.engine.catalog.ApiDialect.GEMINI_GENERATE_CONTENT;
import static dev.mete.engine.catalog.ApiDialect.MISTRAL_CHAT;
import static dev.mete.engine.catalog.ApiDialect.OPENAI_RESPONSES;
import static dev.mete.engine.catalog.ApiDialect.OPENROUTER_CHAT;
import static dev.mete.engine.catalog.ApiDialect.XAI_CHAT;
import static java.util.Map.entry;

import dev.mete.engine.catalog.ApiDialect;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the providers of price maps are called in catalogs, and how they are spoken to. Immutable. */
final class Providers {
    /** The cloud whose requests name what its customer has called a model. */
    static final String OWN_DEPLOYMENTS = "azure";

    private static final String VERTEX = "google-vertex";
    private static final String BEDROCK = "amazon-bedrock";

    private static final Map<String, String> NAMES = Map.ofEntries(
            entry("gemini", "google"),
            entry("vertex_ai", VERTEX),
            entry("vertex_ai-language-models", VERTEX),
            entry("bedrock", BEDROCK),
            entry("bedrock_converse", BEDROCK),
            entry("aws", BEDROCK),
            entry("dashscope", "alibaba"),
            entry("x-ai", "xai"));

    /** By the names of the files: LiteLLM calls Bedrock's older API by another name than the one that is spoken here. */
    private static final Map<String, ApiDialect> DIALECTS = Map.ofEntries(
            entry("openai", OPENAI_RESPONSES),
            entry("anthropic", ANTHROPIC_MESSAGES),
            entry("google", GEMINI_GENERATE_CONTENT),
            entry("gemini", GEMINI_GENERATE_CONTENT),
            entry("bedrock_converse", BEDROCK_CONVERSE),
            entry(BEDROCK, BEDROCK_CONVERSE),
            entry("aws", BEDROCK_CONVERSE),
            entry("deepseek", DEEPSEEK_CHAT),
            entry("alibaba", DASHSCOPE_CHAT),
            entry("alibaba-cn", DASHSCOPE_CHAT),
            entry("dashscope", DASHSCOPE_CHAT),
            entry("mistral", MISTRAL_CHAT),
            entry("xai", XAI_CHAT),
            entry("x-ai", XAI_CHAT),
            entry("openrouter", OPENROUTER_CHAT));

    private final Map<String, ApiDialect> said;

    /**
     * The known providers, and more that the user says.
     *
     * @param said dialects by the names of the file or of catalogs
     */
    Providers(Map<String, ApiDialect> said) {
        this.said = Map.copyOf(said);
    }

    /** What catalogs call a provider of a file. */
    String name(String inFile) {
        return NAMES.getOrDefault(inFile, inFile.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The dialect that a provider's model is spoken to in, where it is known. */
    Optional<ApiDialect> dialect(String inFile, String model) {
        ApiDialect user = said.getOrDefault(inFile, said.get(name(inFile)));
        if (user != null) {
            return Optional.of(user);
        }
        if (name(inFile).equals(VERTEX)) {
            // other companies' models have their own forms there
            return model.startsWith("gemini-") ? Optional.of(GEMINI_GENERATE_CONTENT) : Optional.empty();
        }
        return Optional.ofNullable(DIALECTS.get(inFile));
    }
}
