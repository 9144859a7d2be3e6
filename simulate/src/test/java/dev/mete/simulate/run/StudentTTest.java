package dev.mete.simulate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.simulate.report.Interval;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudentTTest {
    @Test
    void theIntervalOfFiveFiguresIsThatOfTheTable() {
        Interval interval = StudentT.of(figures(1, 2, 3, 4, 5), 3);

        // 3 ± 2.776 * sqrt(2.5 / 5)
        assertThat(interval)
                .isEqualTo(new Interval(new BigDecimal("3"), new BigDecimal("1.037"), new BigDecimal("4.963")));
    }

    @Test
    void figuresThatAreEqualAreOneFigure() {
        assertThat(StudentT.of(figures(7, 7, 7), 3)).isEqualTo(Interval.exactly(BigDecimal.valueOf(7)));
        assertThat(StudentT.of(figures(7), 3).isSpread()).isFalse();
    }

    private static List<BigDecimal> figures(int... figures) {
        return java.util.Arrays.stream(figures).mapToObj(BigDecimal::valueOf).toList();
    }
}
