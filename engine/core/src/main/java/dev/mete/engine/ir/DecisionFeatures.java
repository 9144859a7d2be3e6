package dev.mete.engine.ir;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.FeatureType.OneOf;
import dev.mete.engine.task.FeatureType.Quantity;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of a decision that a claim can be about, as features behind those of the task. */
public enum DecisionFeatures {
    EFFORT("effort"),
    /** The position among the policy's models. */
    MODEL("model"),
    /** Output tokens, hidden thinking included. */
    CAP("cap"),
    /** Tokens of hidden thinking. */
    THINKING("thinking"),
    /** Milliseconds; one more than a duration can be where there is none. */
    TIMEOUT("timeout"),
    /** What the call costs at most, whatever it thinks, rounded up to nano-dollars. */
    COST("cost"),
    /** 95th percentile of the latency, rounded up to milliseconds. */
    LATENCY("latency"),
    /** Probability of a wrong answer. */
    P_ERROR("p_error"),
    /** The name of the rule that decided. */
    RULE("rule");

    /** What stands for no timeout. */
    public static final long NO_TIMEOUT = Unit.DURATION.most() + 1;

    private final String word;

    DecisionFeatures(String word) {
        this.word = word;
    }

    /** The part as policies write it. */
    public String word() {
        return word;
    }

    /** The part of a word. */
    public static Optional<DecisionFeatures> of(String word) {
        return Stream.of(values()).filter(part -> part.word.equals(word)).findFirst();
    }

    /** The slot of the part, where a task has so many. */
    public int slot(int taskSlots) {
        return taskSlots + ordinal();
    }

    /** The part of a slot; nothing for a feature of the task. */
    public static Optional<DecisionFeatures> at(int slot, int taskSlots) {
        return slot < taskSlots ? Optional.empty() : Optional.of(values()[slot - taskSlots]);
    }

    /** The features of a task and of its decision. */
    public static TaskSchema schema(List<Feature> features, List<String> models) {
        var all = new ArrayList<>(features);
        var names = features.stream().map(Feature::name).collect(Collectors.toSet());
        for (DecisionFeatures part : values()) {
            String name = part.word;
            // a policy whose feature has the name of a part is refused, but read to its end
            while (!names.add(name)) {
                name += "_decided";
            }
            all.add(new Feature(name, part.type(models), null, ""));
        }
        return TaskSchema.of(all, new BitSet());
    }

    private FeatureType type(List<String> models) {
        return switch (this) {
            case EFFORT -> new OneOf(Effort.words(), true);
            // a policy without models is refused for that
            case MODEL -> new OneOf(models.isEmpty() ? List.of("none") : models, false);
            case CAP, THINKING -> Quantity.of(Unit.TOKENS);
            case TIMEOUT, LATENCY -> Quantity.of(Unit.DURATION);
            case COST -> Quantity.of(Unit.MONEY);
            case P_ERROR -> Quantity.of(Unit.PERCENT);
            case RULE -> new FeatureType.Text();
        };
    }
}
