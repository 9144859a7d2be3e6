package dev.mete.dsl.check;

import dev.mete.dsl.syntax.Item;
import dev.mete.engine.ir.DecisionFeatures;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.TaskSchema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a policy declares, under its name. What was declared with a mistake is known too, so that nobody who names it is blamed. Immutable.
 *
 * @param features all features in the order of their slots
 * @param brokenFeatures names of features without a usable type
 * @param lets by name, in the order of the files
 * @param brokenLets names of lets that cannot be used
 * @param models by alias; empty where the model is not known
 * @param rules names of rules, without {@code otherwise}
 * @param isComplete whether no file is missing that could declare more lets and limits
 */
public record Names(
        List<Feature> features,
        Set<String> brokenFeatures,
        Map<String, Item.Let> lets,
        Set<String> brokenLets,
        Map<String, Optional<PolicyModel>> models,
        Set<String> rules,
        boolean isComplete) {
    /** Words that stand for something else wherever a feature or a let could stand. */
    static final Set<String> RESERVED = Set.of(
            "bucket",
            "model",
            "effort",
            "thinking",
            "cap",
            "timeout",
            "cost",
            "latency",
            "p_error",
            "cut_off",
            "rule",
            "true",
            "false",
            "min",
            "max",
            "price");

    public Names {
        features = List.copyOf(features);
        brokenFeatures = Set.copyOf(brokenFeatures);
        lets = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(lets));
        brokenLets = Set.copyOf(brokenLets);
        models = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(models));
        rules = Set.copyOf(rules);
    }

    /** The models that the policy may choose, as written. */
    public List<PolicyModel> usableModels() {
        return models.values().stream().flatMap(Optional::stream).toList();
    }

    /** The features in their slots, none of which is read so far. */
    public TaskSchema schema() {
        return TaskSchema.of(features, new BitSet());
    }

    /** The features in their slots, and behind them those of a decision. */
    public TaskSchema claims() {
        return DecisionFeatures.schema(features, List.copyOf(models.keySet()));
    }

    /** The slot of every feature by name. */
    Map<String, Integer> slots() {
        var slots = new HashMap<String, Integer>();
        for (int slot = 0; slot < features.size(); slot++) {
            slots.put(features.get(slot).name(), slot);
        }
        return slots;
    }

    /** The names that a condition can use. */
    Collection<String> inConditions() {
        var names = new ArrayList<String>();
        features.forEach(feature -> names.add(feature.name()));
        names.addAll(lets.keySet());
        names.add(Operand.Closed.THE_BUCKET.name());
        return names;
    }
}
