package dev.mete.engine.task;

import dev.mete.engine.task.FeatureType.OneOf;
import dev.mete.engine.task.FeatureType.Quantity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The features that exist in every policy. */
public final class StandardFeatures {
    /** The feature that fitting a plan to a context window reads. */
    public static final String INPUT_TOKENS = "input_tokens";

    /** The feature that says how long the visible answer will be. */
    public static final String OUTPUT_TOKENS = "output_tokens";

    private static final List<String> TYPES = List.of(
            "summarization",
            "extraction",
            "classification",
            "rewriting",
            "translation",
            "closed_qa",
            "open_qa",
            "rag_qa",
            "text_generation",
            "brainstorming",
            "chat",
            "code_completion",
            "code_generation",
            "code_review",
            "debugging",
            "refactoring",
            "sql",
            "math",
            "planning",
            "data_analysis",
            "agentic",
            "moderation",
            "other");

    private static final OneOf COMPLEXITY = new OneOf(List.of("low", "medium", "high"), true);
    private static final OneOf SENSITIVITY =
            new OneOf(List.of("public", "internal", "confidential", "restricted"), true);

    private static final List<Feature> ALL = List.of(
            feature("type", new OneOf(TYPES, false), null, "what kind of work"),
            feature("complexity", COMPLEXITY, new Value.Scalar(1), "expected difficulty"),
            feature("error_cost", Quantity.of(Unit.MONEY), null, "what one wrong answer costs the business"),
            feature(
                    "latency_tolerance",
                    Quantity.of(Unit.DURATION),
                    null,
                    "how long the caller can wait for the whole answer"),
            feature(INPUT_TOKENS, Quantity.of(Unit.TOKENS), null, "prompt length"),
            feature(OUTPUT_TOKENS, Quantity.of(Unit.TOKENS), new Value.Scalar(500), "expected visible answer length"),
            feature(
                    "cached_tokens",
                    Quantity.of(Unit.TOKENS),
                    new Value.Scalar(0),
                    "leading prompt tokens that the provider has cached"),
            feature("previous_model", new FeatureType.Text(), new Value.Words(""), "model of the previous turn"),
            feature("attempt", whole(1, 1_000), new Value.Scalar(Unit.NUMBER.scale()), "1 on the first try"),
            feature("stream", new FeatureType.Flag(), Value.flag(true), "whether the answer is streamed"),
            feature("tools", whole(0, 10_000), new Value.Scalar(0), "tools offered to the model"),
            feature("sensitivity", SENSITIVITY, new Value.Scalar(1), "of the data in the prompt"),
            feature("tenant", new FeatureType.Text(), new Value.Words(""), "the organisation that asks"),
            feature("user", new FeatureType.Text(), new Value.Words(""), "who asks"),
            feature("tags", new FeatureType.TextSet(), new Value.Members(Set.of()), "anything else the caller knows"));

    private StandardFeatures() {}

    /** All standard features, in the order of the language's documentation. */
    public static List<Feature> all() {
        return ALL;
    }

    private static Feature feature(String name, FeatureType type, @Nullable Value defaultValue, String meaning) {
        return new Feature(name, type, defaultValue, meaning);
    }

    private static Quantity whole(long least, long most) {
        return new Quantity(Unit.NUMBER, least * Unit.NUMBER.scale(), most * Unit.NUMBER.scale());
    }
}
