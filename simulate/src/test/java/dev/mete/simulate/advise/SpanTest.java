package dev.mete.simulate.advise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SpanTest {
    /** The first example of Newcombe's paper: 56 of 70 less 48 of 80 is 0.2000, from 0.0524 to 0.3339. */
    @Test
    void aDifferenceIsNewcombes() {
        Span difference = Span.share(56, 70, 0.05).less(Span.share(48, 80, 0.05));

        assertThat(difference.value()).isCloseTo(0.2, within(1e-9));
        assertThat(difference.lowest()).isCloseTo(0.0524, within(0.00005));
        assertThat(difference.highest()).isCloseTo(0.3339, within(0.00005));
    }
}
