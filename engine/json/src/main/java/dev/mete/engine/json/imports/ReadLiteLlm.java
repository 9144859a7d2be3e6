package dev.mete.engine.json.imports;

import dev.mete.engine.catalog.ApiDialect;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one model of LiteLLM's price map. Immutable. */
final class ReadLiteLlm {
    /** An entry that explains the others. */
    static final String SAMPLE = "sample_spec";

    private static final Set<String> CHAT_MODES = Set.of("chat", "responses");
    private static final String FAST = "fast";
    private static final String RESPONSES = "/v1/responses";
    private static final String CHAT = "/v1/chat/completions";
    private static final List<String> LEVELS = List.of("none", "minimal", "low", "medium", "high", "xhigh", "max");

    private final Providers providers;

    ReadLiteLlm(Providers providers) {
        this.providers = providers;
    }

    Found read(String key, Given.Fields fields) {
        var entry = new Entry(fields, new Notes());
        String mode = entry.text("mode").orElse("");
        List<String> endpoints = entry.texts("supported_endpoints");
        String provider = entry.text("litellm_provider").orElse("");
        if (provider.isEmpty()) {
            return new Found.Other(key, Reason.NO_PROVIDER, "");
        }
        if (!CHAT_MODES.contains(mode)
                || !(endpoints.isEmpty() || endpoints.contains(CHAT) || endpoints.contains(RESPONSES))) {
            return new Found.Other(key, Reason.NO_CHAT, CHAT_MODES.contains(mode) ? "other endpoints" : "mode " + mode);
        }
        String name = key.startsWith(prefix(provider))
                ? key.substring(prefix(provider).length())
                : key;
        // another field says the same, and the page is for people
        entry.drop("max_tokens", "source");
        return new Found.Model(
                new Found.Identity(
                        key,
                        providers.name(provider),
                        name,
                        dialect(provider, name, mode, endpoints),
                        Set.of(name),
                        _ -> false),
                new Found.Limits(entry.tokens("max_input_tokens"), entry.tokens("max_output_tokens"), 0),
                thought(entry),
                figures(entry),
                entry.notes());
    }

    /** What stands before a model's name in its key: Google's clouds share one word. */
    private static String prefix(String provider) {
        return (provider.startsWith("vertex_ai") ? "vertex_ai" : provider) + "/";
    }

    private @Nullable ApiDialect dialect(String provider, String name, String mode, List<String> endpoints) {
        Optional<ApiDialect> dialect = providers.dialect(provider, name);
        boolean hasResponses = endpoints.isEmpty() ? mode.equals("responses") : endpoints.contains(RESPONSES);
        return dialect.map(known -> switch (known) {
                    case OPENAI_RESPONSES -> hasResponses ? known : ApiDialect.OPENAI_CHAT;
                    case OPENAI_CHAT,
                            ANTHROPIC_MESSAGES,
                            GEMINI_GENERATE_CONTENT,
                            BEDROCK_CONVERSE,
                            DEEPSEEK_CHAT,
                            DASHSCOPE_CHAT,
                            MISTRAL_CHAT,
                            XAI_CHAT,
                            VLLM_CHAT,
                            SGLANG_CHAT,
                            OPENROUTER_CHAT -> known;
                })
                .orElse(null);
    }

    /** The file says of some levels whether there are, and never of all: what is between them is not said. */
    private static Found.Thought thought(Entry entry) {
        Optional<Boolean> thinks = entry.flag("supports_reasoning");
        var said = LEVELS.stream()
                .filter(level -> entry.isTrue("supports_" + level + "_reasoning_effort"))
                .toList();
        if (thinks.isEmpty()) {
            entry.notes().add(Reason.THINKING_UNSAID, "");
            return new Found.Thought(
                    null, "The LiteLLM price map does not say whether it thinks: thinking is left out.");
        }
        if (!thinks.get()) {
            return Found.Thought.NONE;
        }
        String detail = said.isEmpty() ? "" : "only " + String.join(", ", said) + " said";
        entry.notes().add(Reason.NO_LEVELS, detail);
        return new Found.Thought(
                null,
                "It thinks, but the LiteLLM price map does not say by which efforts"
                        + (said.isEmpty() ? "" : " but for " + String.join(", ", said)) + ": thinking is left out.");
    }

    private static Found.Figures figures(Entry entry) {
        var prices = new ReadLiteLlmPrices(entry);
        List<Price.Period> periods = prices.read();
        var tiers = new LinkedHashMap<>(prices.tiers());
        entry.object("provider_specific_entry").ifPresent(factors -> factors(factors, tiers, entry.notes()));
        for (String region : List.of("eu", "us")) {
            entry.take("regional_processing_uplift_multiplier_" + region)
                    .ifPresent(factor -> entry.notes().add(Reason.UPLIFT, region + " x" + factor.form()));
        }
        String deprecatedOn = entry.text("deprecation_date")
                .filter(day -> Days.check(day, entry.notes()))
                .orElse(null);
        return new Found.Figures(periods, tiers, false, deprecatedOn);
    }

    /** Anthropic's fast mode is sent like a service tier; the other factors are those of regions. */
    private static void factors(Entry factors, Map<String, BigDecimal> tiers, Notes notes) {
        for (String name : factors.names()) {
            Given factor = factors.take(name).orElse(new Given.Nothing());
            var number = Numbers.of(factor).flatMap(of -> Numbers.ratio(of, BigDecimal.ONE));
            if (name.equals(FAST) && number.isPresent()) {
                tiers.put(FAST, number.get());
            } else {
                notes.add(Reason.UPLIFT, name + " x" + factor.form());
            }
        }
    }
}
