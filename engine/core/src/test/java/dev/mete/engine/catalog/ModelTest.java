package dev.mete.engine.catalog;

import static dev.mete.engine.catalog.Effort.HIGH;
import static dev.mete.engine.catalog.Effort.LOW;
import static dev.mete.engine.catalog.Effort.MAX;
import static dev.mete.engine.catalog.Effort.MEDIUM;
import static dev.mete.engine.catalog.Effort.MINIMAL;
import static dev.mete.engine.catalog.Effort.NONE;
import static dev.mete.engine.catalog.Effort.XHIGH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mete.engine.catalog.Thinking.Budget;
import dev.mete.engine.sample.Models;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelTest {
    private static final Model PLAIN = Models.plain("acme/plain");
    private static final Model LEVELS = Models.levels("acme/levels");
    private static final Model ALWAYS = Models.alwaysThinking("acme/always");
    private static final Model BUDGET = Models.budget("acme/budget", 1_024, 6_000);
    private static final Model BOTH = Models.levelsAndBudget("acme/both", 1_500, 6_000, LOW, MAX);

    @Test
    void effortsAreWhatTheModelCanBeAskedForLowestFirst() {
        assertThat(PLAIN.efforts()).containsExactly(NONE);
        assertThat(LEVELS.efforts()).containsExactly(NONE, LOW, MEDIUM, HIGH);
        assertThat(ALWAYS.efforts()).containsExactly(LOW, MEDIUM, HIGH);
        assertThat(BUDGET.efforts()).containsExactly(NONE, MINIMAL, LOW, MEDIUM, HIGH, XHIGH, MAX);
        assertThat(BOTH.efforts()).containsExactly(NONE, LOW, MAX);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> PLAIN.efforts().add(HIGH));
    }

    @Test
    void theNearestEffortIsTheNextLowerElseTheLowest() {
        assertThat(PLAIN.nearest(MAX)).isEqualTo(NONE);
        assertThat(LEVELS.nearest(XHIGH)).isEqualTo(HIGH);
        assertThat(LEVELS.nearest(MINIMAL)).isEqualTo(NONE);
        assertThat(ALWAYS.nearest(NONE)).isEqualTo(LOW);
        assertThat(ALWAYS.nearest(MEDIUM)).isEqualTo(MEDIUM);
        assertThat(BOTH.nearest(XHIGH)).isEqualTo(LOW);
    }

    @Test
    void theFloorIsTheLevelsWithinTheModelsBudget() {
        assertThat(LEVELS.thinkingFloor(NONE)).isZero();
        assertThat(LEVELS.thinkingFloor(LOW)).isEqualTo(1_024);
        assertThat(LEVELS.thinkingFloor(HIGH)).isEqualTo(4_096);
        assertThat(BUDGET.thinkingFloor(MINIMAL)).isEqualTo(1_024);
        assertThat(BUDGET.thinkingFloor(MAX)).isEqualTo(6_000);
        assertThat(BOTH.thinkingFloor(LOW)).isEqualTo(1_500);
        assertThat(PLAIN.thinkingFloor(MAX)).isZero();
    }

    @Test
    void theMostThinkingObeysBudgetAndOutputLimit() {
        assertThat(PLAIN.thinkingLimit()).isZero();
        assertThat(LEVELS.thinkingLimit()).isEqualTo(64_000);
        assertThat(BUDGET.thinkingLimit()).isEqualTo(6_000);
        assertThat(Models.sized(BUDGET, 200_000, 5_000).thinkingLimit()).isEqualTo(5_000);
    }

    @Test
    void aModelThatCannotBeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Models.sized(PLAIN, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Models.sized(PLAIN, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Thinking(Set.of(NONE), null, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Thinking(Set.of(), null, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Budget(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Budget(6, 5));
    }
}
