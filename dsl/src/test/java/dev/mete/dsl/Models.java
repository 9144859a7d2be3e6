package dev.mete.dsl;

import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Thinking;
import java.util.List;
import java.util.Set;

/** The models that tests choose from. */
final class Models {
    /** Takes a thinking budget, which can be off. */
    static final Model FAST = new Model(
            "anthropic/claude-haiku-4-5",
            "anthropic",
            ApiDialect.ANTHROPIC_MESSAGES,
            "claude-haiku-4-5",
            200_000,
            64_000,
            new Thinking(Set.of(), new Thinking.Budget(1_024, 63_999), true),
            false);

    /** Takes effort words, among them none. */
    static final Model BALANCED = new Model(
            "openai/gpt-5.5",
            "openai",
            ApiDialect.OPENAI_RESPONSES,
            "gpt-5.5",
            400_000,
            128_000,
            new Thinking(Set.of(Effort.LOW, Effort.MEDIUM, Effort.HIGH, Effort.XHIGH), null, true),
            false);

    /** Takes effort words up to the highest. */
    static final Model DEEP = new Model(
            "anthropic/claude-opus-4-8",
            "anthropic",
            ApiDialect.ANTHROPIC_MESSAGES,
            "claude-opus-4-8",
            1_000_000,
            128_000,
            new Thinking(Set.of(Effort.LOW, Effort.MEDIUM, Effort.HIGH, Effort.XHIGH, Effort.MAX), null, true),
            false);

    /** Does not think. */
    static final Model PLAIN = new Model(
            "openai/gpt-4.1", "openai", ApiDialect.OPENAI_RESPONSES, "gpt-4.1", 1_000_000, 32_000, null, false);

    static final Catalog CATALOG = Catalog.of(List.of(FAST, BALANCED, DEEP, PLAIN), "test");

    private Models() {}
}
