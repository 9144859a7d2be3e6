package dev.mete.engine.decision;

import dev.mete.engine.catalog.Model;
import java.util.List;

/**
 * What the numbers of a {@link Verdict} stand for in one policy. A verdict holds numbers rather than objects, since a collector has to be told of each
 * object that is written into a long-lived one. Immutable.
 *
 * @param rules the names of the rules in order, that of {@code otherwise} last
 * @param limits the names of the limits in order
 * @param models the models that it can choose
 * @param choices all ways in which a plan can be picked out of several
 */
public record DecisionNames(List<String> rules, List<String> limits, List<Model> models, List<Chosen> choices) {
    /** Stands for nothing. */
    static final DecisionNames NONE = new DecisionNames(List.of(), List.of(), List.of(), List.of());

    public DecisionNames {
        rules = List.copyOf(rules);
        limits = List.copyOf(limits);
        models = List.copyOf(models);
        choices = List.copyOf(choices);
    }
}
