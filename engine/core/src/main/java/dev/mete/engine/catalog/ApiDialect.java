package dev.mete.engine.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The request form that a model is spoken to in. */
public enum ApiDialect {
    OPENAI_RESPONSES("openai.responses"),
    OPENAI_CHAT("openai.chat"),
    ANTHROPIC_MESSAGES("anthropic.messages"),
    GEMINI_GENERATE_CONTENT("gemini.generate_content"),
    BEDROCK_CONVERSE("bedrock.converse"),
    DEEPSEEK_CHAT("deepseek.chat"),
    DASHSCOPE_CHAT("dashscope.chat"),
    MISTRAL_CHAT("mistral.chat"),
    XAI_CHAT("xai.chat"),
    VLLM_CHAT("vllm.chat"),
    SGLANG_CHAT("sglang.chat"),
    OPENROUTER_CHAT("openrouter.chat");

    private static final List<String> WORDS =
            Stream.of(values()).map(ApiDialect::word).toList();

    private final String word;

    ApiDialect(String word) {
        this.word = word;
    }

    /** The dialect's name in a catalog. */
    public String word() {
        return word;
    }

    /** All names. */
    public static List<String> words() {
        return WORDS;
    }

    /** The dialect of a name. */
    public static Optional<ApiDialect> of(String word) {
        int position = WORDS.indexOf(word);
        return position < 0 ? Optional.empty() : Optional.of(values()[position]);
    }
}
