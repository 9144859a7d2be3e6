package dev.mete.engine.catalog;

import java.util.Collections;
import java.util.EnumSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a model's hidden thinking is set. Immutable.
 *
 * @param levels the effort words that its API takes, without {@code none}; empty where only a budget is taken
 * @param budget the thinking budget in tokens that its API takes; null where only words are taken
 * @param canBeOff whether it answers without thinking
 */
public record Thinking(Set<Effort> levels, @Nullable Budget budget, boolean canBeOff) {
    /** The smallest and largest thinking budget, in tokens, both inclusive. */
    public record Budget(long least, long most) {
        public Budget {
            if (least < 0 || most < least) {
                throw new IllegalArgumentException("a thinking budget from " + least + " to " + most);
            }
        }
    }

    public Thinking {
        if (levels.contains(Effort.NONE)) {
            throw new IllegalArgumentException("`none` is said by canBeOff");
        }
        if (levels.isEmpty() && budget == null) {
            throw new IllegalArgumentException("thinking needs levels or a budget");
        }
        levels = Collections.unmodifiableSet(new TreeSet<>(levels));
    }

    /** Whether the model can be asked for a level. */
    public boolean takes(Effort effort) {
        return effort == Effort.NONE ? canBeOff : levels.isEmpty() || levels.contains(effort);
    }

    /** The effort levels that the model can be asked for, lowest first; where only a budget is taken, each level stands for one. */
    public NavigableSet<Effort> efforts() {
        var efforts = new TreeSet<>(levels.isEmpty() ? EnumSet.range(Effort.MINIMAL, Effort.MAX) : levels);
        if (canBeOff) {
            efforts.add(Effort.NONE);
        }
        return Collections.unmodifiableNavigableSet(efforts);
    }
}
