package dev.mete.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EffortTest {
    @Test
    void levelsGoFromNoneToMax() {
        assertThat(Effort.words()).containsExactly("none", "minimal", "low", "medium", "high", "xhigh", "max");
        assertThat(Effort.values()).isSorted();
    }

    @ParameterizedTest
    @EnumSource
    void aLevelIsFoundByItsWord(Effort effort) {
        assertThat(Effort.of(effort.word())).contains(effort);
    }

    @Test
    void aWordIsWrittenInLowerCase() {
        assertThat(Effort.of("High")).isEmpty();
        assertThat(Effort.of("")).isEmpty();
    }

    @Test
    void floorAndAllowanceGrowWithTheLevel() {
        assertThat(Effort.values()).extracting(Effort::thinkingFloor).isSorted().doesNotHaveDuplicates();
        assertThat(Effort.values())
                .allSatisfy(effort -> assertThat(effort.thinkingAllowance()).isEqualTo(4 * effort.thinkingFloor()));
    }
}
