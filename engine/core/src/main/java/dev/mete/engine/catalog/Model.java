package dev.mete.engine.catalog;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A model and what it can take. Immutable.
 *
 * @param id provider and name, as {@code anthropic/claude-opus-4-8}
 * @param name what its provider's API calls it
 * @param contextWindow input and output together, in tokens
 * @param inputLimit the most input, in tokens
 * @param outputLimit the most output, hidden thinking included, in tokens
 * @param thinking how hidden thinking is set; null for a model that has none
 * @param figures what is known of its prices, speed, thinking and errors
 */
public record Model(
        String id,
        String provider,
        ApiDialect api,
        String name,
        long contextWindow,
        long inputLimit,
        long outputLimit,
        @Nullable Thinking thinking,
        Lifecycle lifecycle,
        Figures figures) {
    private static final NavigableSet<Effort> WITHOUT_THINKING =
            Collections.unmodifiableNavigableSet(new TreeSet<>(List.of(Effort.NONE)));

    public Model {
        if (contextWindow < 1 || inputLimit < 1 || outputLimit < 1) {
            throw new IllegalArgumentException(id + " needs a context window and limits");
        }
    }

    /** A model whose input only its context window limits, and of which no figures are known. */
    public Model(
            String id,
            String provider,
            ApiDialect api,
            String name,
            long contextWindow,
            long outputLimit,
            @Nullable Thinking thinking,
            boolean deprecated) {
        this(
                id,
                provider,
                api,
                name,
                contextWindow,
                contextWindow,
                outputLimit,
                thinking,
                deprecated ? Lifecycle.DEPRECATED : Lifecycle.CURRENT,
                Figures.NONE);
    }

    /** The same model with other figures. */
    public Model with(Figures other) {
        return new Model(id, provider, api, name, contextWindow, inputLimit, outputLimit, thinking, lifecycle, other);
    }

    /** Whether an API bounds the thinking itself, by a budget, and not only all output by its cap. */
    public boolean takesBudget() {
        return thinking != null
                && thinking.budget() != null
                && thinking.levels().isEmpty();
    }

    /** The effort levels that the model can be asked for, lowest first; never empty. */
    public NavigableSet<Effort> efforts() {
        return thinking == null ? WITHOUT_THINKING : thinking.efforts();
    }

    /** Whether the model can be asked for a level. */
    public boolean takes(Effort effort) {
        return thinking == null ? effort == Effort.NONE : thinking.takes(effort);
    }

    /** The nearest level at or below the asked one that the model has, else the nearest above. */
    public Effort nearest(Effort asked) {
        Effort lower = efforts().floor(asked);
        return lower != null ? lower : efforts().first();
    }

    /** The smallest thinking budget worth sending at a level, in tokens. */
    public long thinkingFloor(Effort effort) {
        if (effort == Effort.NONE || thinking == null) {
            return 0;
        }
        var budget = thinking.budget();
        return budget == null
                ? effort.thinkingFloor()
                : Math.clamp(effort.thinkingFloor(), budget.least(), budget.most());
    }

    /** The most thinking that the model can be given, in tokens. */
    public long thinkingLimit() {
        if (thinking == null) {
            return 0;
        }
        return thinking.budget() == null
                ? outputLimit
                : Math.min(outputLimit, thinking.budget().most());
    }
}
