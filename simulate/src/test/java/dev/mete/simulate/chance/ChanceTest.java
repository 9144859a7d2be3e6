package dev.mete.simulate.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mete.simulate.chance.Chance.Purpose;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
    @Test
    void equalPlacesGetEqualDrawsAndOthersDoNot() {
        var chance = new Chance(1);

        assertThat(chance.share(7, 3, Purpose.ERROR)).isEqualTo(new Chance(1).share(7, 3, Purpose.ERROR));
        assertThat(chance.share(7, 3, Purpose.ERROR))
                .isNotEqualTo(chance.share(7, 3, Purpose.THINKING))
                .isNotEqualTo(chance.share(7, 4, Purpose.ERROR))
                .isNotEqualTo(chance.share(8, 3, Purpose.ERROR))
                .isNotEqualTo(new Chance(2).share(7, 3, Purpose.ERROR));
    }

    @Test
    void sharesAreSpreadEvenly() {
        var chance = new Chance(42);

        assertThat(LongStream.range(0, 100_000)
                        .mapToInt(line -> chance.share(line, 0, Purpose.THINKING))
                        .average()
                        .orElseThrow())
                .isCloseTo(499_999.5, within(5_000.0));
        assertThat(LongStream.range(0, 100_000)
                        .filter(request -> chance.share(5, request, Purpose.ERROR) < 100_000)
                        .count())
                .isBetween(9_500L, 10_500L);
    }
}
