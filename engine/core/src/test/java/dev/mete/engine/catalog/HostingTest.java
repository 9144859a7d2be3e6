package dev.mete.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HostingTest {
    /** Two GPUs at $2.50 an hour, 32 calls at once, 40 tokens of output and 5,000 of input a second. */
    private static final Hosting OWN = new Hosting(2_500_000_000L, 2, 32, 25_000, 200_000);

    @Test
    void aTokenCostsTheTimeForWhichItOccupiesASequence() {
        // $5 an hour for 32 sequences is 43.402777... micro-dollars a second of one
        assertThat(OWN.prices()).isEqualTo(new TokenPrices(8_681, 0, 8_681, 1_085_069, 1_085_069));
    }

    @Test
    void aCallOccupiesItsShareOfTheGpus() {
        // 0.2 s for the input and 25 s for the output, on a sixteenth of a GPU
        assertThat(OWN.gpuMicros(1_000, 1_000)).isEqualTo(25_200_000 / 16);
    }

    @Test
    void aTokenCanBeTooDear() {
        assertThat(OWN.isAffordable()).isTrue();
        assertThat(new Hosting(1_000_000_000_000L, 1_024, 1, 10_000_000, 1).isAffordable())
                .isFalse();
    }
}
