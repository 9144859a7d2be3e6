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

    /** The feature that says what kind of work a task is. */
    public static final String TYPE = "type";

    /** The feature that says how difficult a task is. */
    public static final String COMPLEXITY = "complexity";

    /** The feature that says what one wrong answer costs. */
    public static final String ERROR_COST = "error_cost";

    /** The feature that says how long the caller can wait. */
    public static final String LATENCY_TOLERANCE = "latency_tolerance";

    /** The feature that says how much of the prompt the provider has cached. */
    public static final String CACHED_TOKENS = "cached_tokens";

    /** The feature that says which model the provider has cached it for. */
    public static final String PREVIOUS_MODEL = "previous_model";

    private static final Set<String> WEIGHED =
            Set.of(TYPE, COMPLEXITY, LATENCY_TOLERANCE, INPUT_TOKENS, OUTPUT_TOKENS, CACHED_TOKENS, PREVIOUS_MODEL);

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

    private static final OneOf DIFFICULTY = new OneOf(List.of("low", "medium", "high"), true);
    private static final OneOf SENSITIVITY =
            new OneOf(List.of("public", "internal", "confidential", "restricted"), true);

    private static final List<Feature> ALL = List.of(
            feature(TYPE, new OneOf(TYPES, false), null, "what kind of work"),
            feature(COMPLEXITY, DIFFICULTY, new Value.Scalar(1), "expected difficulty"),
            feature(ERROR_COST, Quantity.of(Unit.MONEY), null, "what one wrong answer costs the business"),
            feature(
                    LATENCY_TOLERANCE,
                    Quantity.of(Unit.DURATION),
                    null,
                    "how long the caller can wait for the whole answer"),
            feature(INPUT_TOKENS, Quantity.of(Unit.TOKENS), null, "prompt length"),
            feature(OUTPUT_TOKENS, Quantity.of(Unit.TOKENS), new Value.Scalar(500), "expected visible answer length"),
            feature(
                    CACHED_TOKENS,
                    Quantity.of(Unit.TOKENS),
                    new Value.Scalar(0),
                    "leading prompt tokens that the provider has cached"),
            feature(PREVIOUS_MODEL, new FeatureType.Text(), new Value.Words(""), "model of the previous turn"),
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

    /** Whether estimates and worked-out caps go by the feature where a task tells it, although a policy may not ask for it. */
    public static boolean isWeighed(String feature) {
        return WEIGHED.contains(feature);
    }

    private static Feature feature(String name, FeatureType type, @Nullable Value defaultValue, String meaning) {
        return new Feature(name, type, defaultValue, meaning);
    }

    private static Quantity whole(long least, long most) {
        return new Quantity(Unit.NUMBER, least * Unit.NUMBER.scale(), most * Unit.NUMBER.scale());
    }
}
