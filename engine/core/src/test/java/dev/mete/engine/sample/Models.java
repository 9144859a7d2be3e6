package dev.mete.engine.sample;

import dev.mete.engine.catalog.ApiDialect;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Thinking;
import dev.mete.engine.catalog.Thinking.Budget;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Models of every kind of thinking. Their context window is 200,000 tokens and their output limit 64,000, where nothing else is said. */
public final class Models {
    private Models() {}

    /** A model that cannot think. */
    public static Model plain(String id) {
        return of(id, null);
    }

    /** A model that takes the efforts from low to high, and can be told not to think. */
    public static Model levels(String id) {
        return of(id, new Thinking(EnumSet.range(Effort.LOW, Effort.HIGH), null, true));
    }

    /** A model that takes the efforts from low to high, and always thinks. */
    public static Model alwaysThinking(String id) {
        return of(id, new Thinking(EnumSet.range(Effort.LOW, Effort.HIGH), null, false));
    }

    /** A model that takes a thinking budget only, and can be told not to think. */
    public static Model budget(String id, long least, long most) {
        return of(id, new Thinking(Set.of(), new Budget(least, most), true));
    }

    /** A model that takes both words and a thinking budget, and can be told not to think. */
    public static Model levelsAndBudget(String id, long least, long most, Effort... levels) {
        return of(id, new Thinking(Set.of(levels), new Budget(least, most), true));
    }

    /** A model that thinks as given. */
    public static Model of(String id, @Nullable Thinking thinking) {
        return new Model(
                id,
                id.substring(0, id.indexOf('/')),
                ApiDialect.OPENAI_CHAT,
                id.substring(id.indexOf('/') + 1),
                200_000,
                64_000,
                thinking,
                false);
    }

    /** The model with other limits. */
    public static Model sized(Model model, long contextWindow, long outputLimit) {
        return new Model(
                model.id(),
                model.provider(),
                model.api(),
                model.name(),
                contextWindow,
                outputLimit,
                model.thinking(),
                model.lifecycle().deprecated());
    }

    /** The model, its end announced. */
    public static Model deprecated(Model model) {
        return new Model(
                model.id(),
                model.provider(),
                model.api(),
                model.name(),
                model.contextWindow(),
                model.outputLimit(),
                model.thinking(),
                true);
    }
}
