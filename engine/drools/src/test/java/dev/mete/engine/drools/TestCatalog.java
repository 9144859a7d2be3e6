package dev.mete.engine.drools;

import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Thinking;
import java.util.List;
import java.util.Set;

/** A small catalog whose models differ in what they can take. */
public final class TestCatalog {
    private static final Thinking BUDGET = new Thinking(Set.of(), new Thinking.Budget(1_024, 31_999), true);
    private static final Thinking WORDS = new Thinking(Set.of(Effort.LOW, Effort.MEDIUM, Effort.HIGH), null, true);
    private static final Thinking ALWAYS = new Thinking(Set.of(Effort.LOW, Effort.HIGH), null, false);

    private TestCatalog() {}

    public static Catalog catalog() {
        return Catalog.of(
                List.of(
                        model("anthropic/claude-haiku-4-5", 200_000, 64_000, BUDGET),
                        model("openai/gpt-5.5", 400_000, 128_000, WORDS),
                        model("anthropic/claude-opus-4-8", 1_000_000, 128_000, BUDGET),
                        model("xai/grok-code", 256_000, 10_000, ALWAYS),
                        new Model(
                                "mistral/small",
                                "mistral",
                                ApiDialect.MISTRAL_CHAT,
                                "small",
                                32_000,
                                8_000,
                                null,
                                false)),
                "sha256:test");
    }

    private static Model model(String id, long window, long output, Thinking thinking) {
        String[] parts = id.split("/", 2);
        return new Model(id, parts[0], ApiDialect.OPENAI_CHAT, parts[1], window, output, thinking, false);
    }
}
