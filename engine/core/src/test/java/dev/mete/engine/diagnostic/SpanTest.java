package dev.mete.engine.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SpanTest {
    private static final Source SOURCE = Source.of("rules/a/policy.mete", "cap 600\neffort none");

    @Test
    void aSpanHasItsWordsAndItsPlace() {
        var span = SOURCE.span(8, 14);
        assertThat(span.text()).isEqualTo("effort");
        assertThat(span.position()).isEqualTo(new Position(2, 1));
        assertThat(span).hasToString("rules/a/policy.mete:2:1");
    }

    @Test
    void twoSpansJoinToTheSmallestThatCoversBoth() {
        var cap = SOURCE.span(0, 3);
        var effort = SOURCE.span(8, 14);
        assertThat(cap.to(effort)).isEqualTo(SOURCE.span(0, 14));
        assertThat(effort.to(cap)).isEqualTo(SOURCE.span(0, 14));
    }

    @Test
    void aSpanLiesWithinItsSource() {
        assertThatIllegalArgumentException().isThrownBy(() -> SOURCE.span(-1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> SOURCE.span(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> SOURCE.span(0, 100));
    }

    @Test
    void theStartIsAnEmptySpan() {
        assertThat(SOURCE.start()).isEqualTo(SOURCE.span(0, 0));
        assertThat(SOURCE.start().text()).isEmpty();
    }

    @Test
    void noSpanIsTheSpanOfAnEmptyText() {
        assertThat(Source.of("", "").start()).isNotEqualTo(Span.NONE);
    }
}
